import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useIntent } from '../../../cloud/call'
import { useLoad } from '../../../cloud/use-load'
import { Card, Field, ListState, MainButton, Notice, Screen } from '../../../components'
import { confirm, done } from '../../../dialog'
import { useDraft } from '../../../draft'
import { goBack } from '../../../go'
import { moved } from '../dates'
import '../desk.scss'
import { formOf, type PlanForm, type Planned } from '../form'
import { MomentField } from '../moment-field'
import { ReasonField, reasonProblem } from '../reason-field'
import { SessionsEditor } from '../sessions-editor'
import { ShiftDays } from '../shift-days'
import { instantOf, sessionProblems, sessionsTold } from '../told'
import { useTold } from '../use-told'
import { toldWords } from '../words'

/** New dates or another place for a class people have signed up for; who has a seat is asked again. */
export default function ChangeTime() {
  const classId = useRouter().params.id ?? ''
  const found = useLoad('training.plan', { classId })
  if (found.data) return <TimeForm planned={found.data} reload={found.reload} />
  return (
    <Screen>
      <ListState of={found} />
    </Screen>
  )
}

type Times = Pick<PlanForm, 'sessions' | 'signUpCloses' | 'cancelCloses' | 'meet'> & { reason: string }
const REASONS = ['下大雨，路不好走', '老师时间有变', '场地用不了']
const owns = (field: string) => /^(sessions|signUpClosesAt|cancelClosesAt|meet|reason)(\.|$)/.test(field)

function TimeForm({ planned, reload }: { planned: Planned; reload: () => Promise<void> }) {
  const { classId, version, plan, counts } = planned
  const begun = formOf(planned)
  const [changes, change, clear] = useDraft<Partial<Times>>(`class-time:${classId}`, {})
  const { sessions, signUpCloses, cancelCloses, meet, release } = { ...begun, ...changes }
  const reason = changes.reason ?? ''
  const [problems, setProblems, send] = useTold(owns, reload)
  const sending = useIntent('training.changeTimeOrPlace')
  const shift = (by: number) => {
    const { release: _, ...dates } = moved({ sessions, signUpCloses, cancelCloses, release }, by)
    change(dates)
  }
  const press = async () => {
    const missing = {
      ...sessionProblems(sessions),
      ...(sessions.length === 0 ? { sessions: '请写什么时候上课' } : {}),
      ...reasonProblem(reason),
    }
    setProblems(missing)
    if (Object.keys(missing).length > 0) return
    const again = counts.taken > 0 ? `已经有名额的 ${counts.taken} 人，会再问一遍来不来。` : ''
    if (!(await confirm('改时间地点？', `${toldWords(counts)}${again}`, '改'))) return
    const [signUpClosesAt, cancelClosesAt] = [instantOf(signUpCloses), instantOf(cancelCloses)]
    const told = await send(() =>
      sending({
        classId,
        version,
        sessions: sessionsTold(sessions),
        meet,
        ...(signUpClosesAt ? { signUpClosesAt } : {}),
        ...(cancelClosesAt ? { cancelClosesAt } : {}),
        reason: reason.trim(),
      }),
    )
    if (!told) return
    clear()
    await goBack()
    await done('已改，会通知')
  }
  return (
    <Screen
      wide
      bar={<MainButton onPress={press}>改时间地点，通知大家</MainButton>}
      barNote={toldWords(counts)}
    >
      <View className="stack">
        <Text className="heading">{plan.title}</Text>
        {counts.taken > 0 && (
          <Notice kind="waiting">{`已经有名额的 ${counts.taken} 人，会再问一遍来不来。`}</Notice>
        )}
      </View>
      <ShiftDays onShift={shift} />
      <SessionsEditor
        sessions={sessions}
        onChange={(next) => change({ sessions: next })}
        problems={problems}
      />
      <Card>
        <View className="stack">
          <MomentField
            id="sign-up-closes"
            label="报名到哪天为止"
            value={signUpCloses}
            onChange={(next) => change({ signUpCloses: next })}
            error={problems.signUpClosesAt}
          />
          <MomentField
            id="cancel-closes"
            label="取消到哪天为止"
            value={cancelCloses}
            onChange={(next) => change({ cancelCloses: next })}
            error={problems.cancelClosesAt}
          />
          <Field
            id="class-meet"
            label="怎么去、在哪里集合"
            max={100}
            value={meet}
            onChange={(next) => change({ meet: next })}
            error={problems.meet}
          />
        </View>
      </Card>
      <Card>
        <View className="stack">
          <ReasonField
            label="为什么改"
            reasons={REASONS}
            value={reason}
            onChange={(next) => change({ reason: next })}
            error={problems.reason}
          />
        </View>
      </Card>
    </Screen>
  )
}
