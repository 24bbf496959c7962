import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Output } from '../../../contract'
import { spacedNumber } from '../../../contract/training/certificate-number'
import { CERTIFICATE_TITLES, sayDays } from '../../../contract/training/certificate-words'
import { useIntent } from '../../cloud/call'
import { takeAway } from '../../cloud/transport'
import { useLoad } from '../../cloud/use-load'
import { Card, GhostButton, ListState, Notice, Screen } from '../../components'
import { go, useActing } from '../../go'
import { Drawn } from '../drawn'
import { certificateDrawing } from './draw'

type Shown = Output<'training.certificate'>

/** One certificate: as a picture for the album, as a PDF to print. `?number=` */
export default function Certificate() {
  const number = useRouter().params.number ?? ''
  const { actFor, actName, query } = useActing()
  const found = useLoad('training.certificate', { number }, actFor)
  const print = useIntent('training.certificatePdf')
  const shown = found.data
  const press = async () => {
    const { url, name } = await print({ number }, actFor)
    await takeAway(url, name)
  }
  return (
    <Screen acting={actName}>
      <ListState of={found}>
        {shown && (
          <>
            {shown.revoked ? (
              <Notice kind="urgent">{`这张证书已经作废：${shown.revoked.reason}`}</Notice>
            ) : (
              <Drawn
                main
                of={shown.number}
                drawing={certificateDrawing(shown)}
                name={`证书-${shown.number}.png`}
                words={`${shown.name}的${CERTIFICATE_TITLES[shown.kind]}`}
              />
            )}
            {!shown.revoked && (
              <GhostButton sign="download" onPress={press}>
                下载 PDF，可以打印
              </GhostButton>
            )}
            <Facts of={shown} />
            <Card onPress={() => go(`/training-after/class/index?id=${shown.classId}${query}`)}>
              <Text className="grow">这个班的资料、评价，还想问老师</Text>
            </Card>
          </>
        )}
      </ListState>
    </Screen>
  )
}

function Facts({ of }: { of: Shown }) {
  return (
    <Card>
      <View className="after-lines">
        <View className="strong">{of.title}</View>
        <View>{of.name}</View>
        <View className="quiet">{`${sayDays(of.from, of.until)}，${of.place}`}</View>
        <View className="quiet">{`编号 ${spacedNumber(of.number)}`}</View>
        <View className="quiet">别人扫证书上的码，就能查真假。名字只显示头尾。</View>
      </View>
    </Card>
  )
}
