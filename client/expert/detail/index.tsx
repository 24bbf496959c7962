import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import type { Output } from '../../../contract'
import type { Me } from '../../../contract/identity'
import { useKnownMe } from '../../cloud/me'
import { useLoad } from '../../cloud/use-load'
import { Card, GhostButton, ListState, MainButton, Screen, Sign, Status } from '../../components'
import { mayAsk } from '../../consultation/instead'
import { go, useActing } from '../../go'
import { has } from '../../roles'
import { useTitle } from '../../title'
import { TOPIC_NAMES } from '../../words'
import '../expert.scss'
import { Face } from '../face'
import { knowsWords, servesWords, takesWords } from '../words'

type Found = Output<'expert.get'>

/** One expert: what they know, whether they can be asked now, and how. */
export default function ExpertPage() {
  const expertId = useRouter().params.id ?? ''
  const { actName, query } = useActing()
  const found = useLoad('expert.get', { expertId })
  const { data } = found
  const me = useKnownMe()
  useTitle(data && `${data.name} ${data.title}`)
  return (
    <Screen acting={actName} {...(data && canAsk(me) ? askBar(data, query) : {})}>
      <ListState of={found}>
        {data && (
          <>
            <About expert={data} />
            <Settings expert={data} me={me} />
          </>
        )}
      </ListState>
    </Screen>
  )
}

/** Who has not registered yet is told on the next page how; who works for the bureau asks nobody here. */
const canAsk = (me: Me | undefined): boolean => !me?.person || mayAsk(me)

function askBar({ expertId, name, title, takes }: Found, query: string) {
  if (!takes.now)
    return {
      bar: (
        <MainButton onPress={() => go(`/consultation/ask/index?from=expert${query}`)}>问别的专家</MainButton>
      ),
      barNote: '这位现在接不了，系统会派一位合适的',
    }
  const expert = encodeURIComponent(`${name} ${title}`)
  return {
    bar: (
      <MainButton
        onPress={() => go(`/consultation/ask/index?expertId=${expertId}&expert=${expert}${query}`)}
      >{`向${name}提问`}</MainButton>
    ),
  }
}

function About({ expert }: { expert: Found }) {
  const { name, title, fields, introduction, photoUrl, phone, takes } = expert
  const { kind, words } = takesWords(takes, Date.now())
  return (
    <Card>
      <View className="expert-head">
        <Face name={name} url={photoUrl} big />
        <View className="grow">
          <View className="heading">{name}</View>
          <View>{title}</View>
          <Status kind={kind}>{words}</Status>
        </View>
      </View>
      {introduction && <View className="expert-say">{introduction}</View>}
      <View className="expert-fact">
        <Sign name="seal" />
        <View className="grow">
          <View>{fields.map((field) => TOPIC_NAMES[field]).join('、')}</View>
          <View className="quiet">{`会看：${knowsWords(expert)}`}</View>
        </View>
      </View>
      <View className="expert-fact">
        <Sign name="place" />
        <View className="grow">{`服务：${servesWords(expert)}`}</View>
      </View>
      {phone && (
        <View className="expert-say">
          <GhostButton sign="phone" onPress={() => Taro.makePhoneCall({ phoneNumber: phone })}>
            打电话
          </GhostButton>
        </View>
      )}
    </Card>
  )
}

/** Where the expert themselves, or the bureau, changes what is said here. */
function Settings({ expert: { expertId, settings }, me }: { expert: Found; me: Me | undefined }) {
  if (!settings) return null
  const own = me?.roles.some(({ role, scope }) => role === 'expert' && scope === expertId)
  return (
    <>
      {own && <GhostButton onPress={() => go('/desk/expert/settings/index')}>改我的资料、请假</GhostButton>}
      {has(me, 'bureau') && (
        <>
          <View className="quiet">{`手上 ${settings.open} 个问题，最多 ${settings.maxOpen} 个`}</View>
          <GhostButton sign="edit" onPress={() => go(`/desk/bureau/registry/expert/index?id=${expertId}`)}>
            改专家资料
          </GhostButton>
        </>
      )}
    </>
  )
}
