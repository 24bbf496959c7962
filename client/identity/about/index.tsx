import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useIntent } from '../../cloud/call'
import { forgetEverything } from '../../cloud/me'
import { useLoad } from '../../cloud/use-load'
import { Card, GhostButton, ListState, Screen } from '../../components'
import { confirm } from '../../dialog'
import { go } from '../../go'
import { Fact } from '../fact'
import '../identity.scss'
import { Looks } from './looks'
import { type AboutMe, factsOf } from './words'

/** Everything that is held about me, and who looked at it. */
export default function About() {
  const about = useLoad('identity.about', {})
  return (
    <Screen
      bar={
        about.data && (
          <GhostButton sign="download" onPress={() => go('/identity/take/index')}>
            带走我的信息
          </GhostButton>
        )
      }
    >
      <ListState of={about}>
        {about.data && (
          <>
            <Held me={about.data.me} />
            <Looks key={about.data.looks[0]?.at} first={about.data.looks} next={about.data.next} />
            <Leave me={about.data.me} />
          </>
        )}
      </ListState>
    </Screen>
  )
}

function Held({ me }: { me: AboutMe }) {
  const agents = me.agents.map(({ name, relation }) => `${name}（${relation}）`).join('、')
  return (
    <>
      <Card>
        <Text className="strong">登记的</Text>
        {factsOf(me, Date.now()).map(({ name, value }) => (
          <Fact key={`${name}${value}`} name={name}>
            {value}
          </Fact>
        ))}
      </Card>
      <Card>
        <Text className="strong">办过的</Text>
        <Fact name="培训班">{me.enrolments > 0 ? `报过 ${me.enrolments} 次` : '没有报过'}</Fact>
        <Fact name="问专家">{me.questions > 0 ? `问过 ${me.questions} 次` : '没有问过'}</Fact>
        {me.inScheme && <Fact name="代养分红">您家参加了</Fact>}
        <Fact name="替我办的">{agents || '没有让人代办'}</Fact>
      </Card>
      {!me.identityNumber && (
        <Card onPress={() => go('/identity/number/index')}>
          <Text className="grow">登记身份证号（要住宿、签协议时才用）</Text>
        </Card>
      )}
    </>
  )
}

function Leave({ me }: { me: AboutMe }) {
  const unbind = useIntent('identity.unbind')
  const part = async () => {
    const sure = await confirm(
      '解除这个微信？',
      '解除以后，这个微信就不能办您的事了，别的都还在。换好新微信，请信息员再发一个邀请码。',
      '解除',
    )
    if (!sure) return
    await unbind({ personId: me.personId })
    forgetEverything()
    await Taro.reLaunch({ url: '/home/index' })
  }
  return (
    <>
      <Card>
        <Text className="strong">写错了？</Text>
        <View>请找本村信息员或县科技局改，改了这里就是新的。</View>
      </Card>
      <GhostButton onPress={part}>换微信：解除这个微信</GhostButton>
      <GhostButton tone="danger" onPress={() => go(`/identity/leave/index?id=${me.personId}`)}>
        退出，不再用了
      </GhostButton>
    </>
  )
}
