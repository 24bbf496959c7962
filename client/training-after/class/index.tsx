import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Output } from '../../../contract'
import { sayDay } from '../../../contract/time'
import { askToBeTold } from '../../cloud/subscribe'
import { useLoad } from '../../cloud/use-load'
import { Card, GhostButton, ListState, Notice, Screen, Sign } from '../../components'
import { go, useActing } from '../../go'
import { Materials } from '../../training/class/materials'
import { towardsWords } from '../words'
import { Rate } from './rate'

type After = Output<'training.afterClass'>

/** What is left to do after a class: the certificate, what was handed out, how it was, what to ask the teacher. `?id=` */
export default function AfterClass() {
  const classId = useRouter().params.id ?? ''
  const { actFor, actName, query } = useActing()
  const after = useLoad('training.afterClass', { classId }, actFor)
  const { data } = after
  return (
    <Screen acting={actName}>
      <ListState of={after}>
        {data && (
          <>
            <View>
              <View className="heading">{data.title}</View>
              <View className="quiet">{`${sayDay(data.day, Date.now())}，${data.place}`}</View>
            </View>
            {data.certificateVoid && (
              <Notice kind="urgent">证书作废了。点“看为什么”能看到原因；有疑问请联系县科技局。</Notice>
            )}
            {data.certificate && (
              <GhostButton
                sign="seal"
                onPress={() => go(`/training-after/certificate/index?number=${data.certificate}${query}`)}
              >
                {data.certificateVoid ? '看为什么' : '看证书'}
              </GhostButton>
            )}
            {data.towards && <Notice kind="plain">{towardsWords(data.towards)}</Notice>}
            {data.towards && !data.towards.over && !actFor && (
              <GhostButton sign="news" onPress={() => askToBeTold(['certificate'])}>
                证书发了，用微信告诉我
              </GhostButton>
            )}
            <Rate key={data.rating?.stars ?? 0} of={data} actFor={actFor} onRated={after.reload} />
            <Materials of={data.materials} />
            <Teachers of={data.teachers} query={query} />
          </>
        )}
      </ListState>
    </Screen>
  )
}

function Teachers({ of, query }: { of: After['teachers']; query: string }) {
  if (of.length === 0) return null
  return (
    <>
      <Text className="section">回去做的时候有问题？</Text>
      {of.map(({ expertId, name, title }) => (
        <Card
          key={expertId}
          row
          onPress={() =>
            go(
              `/consultation/ask/index?expertId=${expertId}&expert=${encodeURIComponent(`${name} ${title}`)}${query}`,
            )
          }
        >
          <Sign name="teacher" />
          <View className="grow">
            <View className="strong">{`问${name}`}</View>
            <View className="quiet">{title}</View>
          </View>
        </Card>
      ))}
    </>
  )
}
