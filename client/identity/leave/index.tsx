import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { KEPT } from '../../../contract/retention'
import { useIntent } from '../../cloud/call'
import { forgetEverything } from '../../cloud/me'
import { Card, GhostButton, MainButton, Screen } from '../../components'
import { confirm } from '../../dialog'
import { go, goBack } from '../../go'
import { Sentences } from '../guideline'
import '../identity.scss'

const FORGOTTEN = ['手机号、身份证号', '同意过隐私说明', '谁能替您办', '微信消息的允许', '这个微信的登记']

/** Leaves: what is forgotten, what must stay and why, before anything happens. `?id=`: oneself. */
export default function Leave() {
  const personId = useRouter().params.id ?? ''
  const [kept, left] = useState<readonly { what: string; years: number; why: string }[]>()
  const withdraw = useIntent('identity.withdraw')
  const press = async () => {
    const sure = await confirm(
      '真的退出？',
      '退出以后这个微信就不能办您的事了。以后想用，要重新登记。',
      '退出',
    )
    if (!sure) return
    const answer = await withdraw({ personId })
    forgetEverything()
    left(answer.kept)
  }
  if (kept)
    return (
      <Screen bar={<MainButton onPress={() => Taro.reLaunch({ url: '/home/index' })}>回首页</MainButton>}>
        <View className="heading">已经退出了</View>
        <Stays kept={kept} />
      </Screen>
    )
  return (
    <Screen
      bar={
        <>
          <GhostButton tone="danger" onPress={press}>
            退出
          </GhostButton>
          <MainButton onPress={goBack}>不退了</MainButton>
        </>
      }
    >
      <View>
        <View className="heading">退出以后</View>
        <Text className="quiet">想留一份，先把自己的信息带走。</Text>
      </View>
      <GhostButton sign="download" onPress={() => go('/identity/take/index')}>
        先带走我的信息
      </GhostButton>
      <Card>
        <Text className="strong">这些马上删掉</Text>
        <Sentences lines={FORGOTTEN} />
      </Card>
      <Stays kept={KEPT} />
    </Screen>
  )
}

function Stays({ kept }: { kept: readonly { what: string; years: number; why: string }[] }) {
  return (
    <Card>
      <Text className="strong">这些要留着</Text>
      {kept.map(({ what, years, why }) => (
        <View key={what} className="look">
          <View>{`${what}：留 ${years} 年`}</View>
          <View className="quiet">{why}</View>
        </View>
      ))}
    </Card>
  )
}
