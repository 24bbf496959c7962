import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useLoad } from '../../../cloud/use-load'
import { Bar, Card, ListState, Notice, Screen, Status } from '../../../components'
import { go } from '../../../go'
import { Unsent } from '../../../training/day-unsent'
import '../desk.scss'
import { formOf, type Planned } from '../form'
import { linePage, rosterPage } from '../pages'
import { stepWords } from '../summary'
import { fullWords, KIND_NAMES, phaseWords } from '../words'
import { Acts, MainAct } from './acts'
import { dayOfClass } from './day'

/** Where a class stands, who is in it, and what can be done with it. */
export default function DeskClassPage() {
  const classId = useRouter().params.id ?? ''
  const found = useLoad('training.plan', { classId })
  const { data, reload } = found
  return (
    <Screen wide bar={data && <MainAct planned={data} reload={reload} />}>
      <ListState of={found}>
        {data && (
          <>
            <Head planned={data} />
            <OnTheDay planned={data} />
            <People planned={data} />
            <Facts planned={data} />
            <Acts planned={data} reload={reload} />
          </>
        )}
      </ListState>
    </Screen>
  )
}

function Head({ planned: { phase, plan, reason, counts, toFinish } }: { planned: Planned }) {
  const stands = phaseWords(phase, toFinish)
  return (
    <Card>
      <View className="stack-tight">
        <Text className="heading">{plan.title}</Text>
        <Text className="quiet">{KIND_NAMES[plan.kind]}</Text>
        <Status kind={stands.kind}>{stands.words}</Status>
        {reason && <Notice kind="waiting">{`原因：${reason}`}</Notice>}
      </View>
      {phase !== 'draft' && (
        <View className="stack after-head">
          <Bar part={counts.taken / Math.max(1, counts.seats)} />
          <Text className="quiet">{fullWords(counts)}</Text>
        </View>
      )}
    </Card>
  )
}

/** Checking in, which lies in a package of its own. */
function OnTheDay({ planned }: { planned: Planned }) {
  const day = dayOfClass(planned, Date.now())
  if (!day) return null
  return (
    <>
      <Unsent classId={planned.classId} />
      {day.code && (
        <Card onPress={() => go(`/training-day/code/index?${day.at}`)}>
          <View className="grow">
            <View className="strong">出示签到码</View>
            <Text className="quiet">大家扫这个码签到，每 30 秒换一次</Text>
          </View>
        </Card>
      )}
      <Card onPress={() => go(`/training-day/list/index?${day.at}`)}>
        <View className="grow">
          <View className="strong">点名</View>
          <Text className="quiet">没有网络也能点，有网络自动发出去</Text>
        </View>
      </Card>
    </>
  )
}

function People({ planned: { classId, phase, counts, toDecide } }: { planned: Planned }) {
  if (phase === 'draft') return null
  return (
    <>
      {toDecide > 0 && (
        <Card onPress={() => go(rosterPage(classId, 'pending'))}>
          <View className="grow stack-tight">
            <Text className="strong">审核报名</Text>
            <Status kind="urgent">{`${toDecide} 人等您审核`}</Status>
          </View>
        </Card>
      )}
      <Card onPress={() => go(rosterPage(classId))}>
        <View className="grow">
          <View className="strong">报名名单</View>
          <Text className="quiet">谁报了、怎么答的、谁还没说来不来</Text>
        </View>
      </Card>
      <Card onPress={() => go(linePage(classId))}>
        <View className="grow">
          <View className="strong">空名额给了谁</View>
          <Text className="quiet">
            {counts.waiting > 0 ? `${counts.waiting} 人在排队` : '给谁、没给谁，为什么'}
          </Text>
        </View>
      </Card>
      <Card onPress={() => go(`/training-after/paper/index?id=${classId}`)}>
        <View className="grow">
          <View className="strong">纸质材料、证书和评价</View>
          <Text className="quiet">签到表、花名册、通知海报；上完课以后的证书和评价</Text>
        </View>
      </Card>
    </>
  )
}

function Facts({ planned }: { planned: Planned }) {
  const form = formOf(planned)
  const lines = (['when', 'who', 'seats'] as const).flatMap((step) => stepWords(step, form, Date.now()))
  return (
    <Card>
      <View className="stack-tight">
        <Text className="strong">怎么办的</Text>
        {lines.map((line) => (
          <Text key={line} className="quiet">
            {line}
          </Text>
        ))}
      </View>
    </Card>
  )
}
