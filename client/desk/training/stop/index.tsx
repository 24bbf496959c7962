import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useIntent } from '../../../cloud/call'
import { useLoad } from '../../../cloud/use-load'
import { GhostButton, ListState, Notice, Screen } from '../../../components'
import { confirm, done } from '../../../dialog'
import { useDraft } from '../../../draft'
import { goBack } from '../../../go'
import { useTitle } from '../../../title'
import '../desk.scss'
import { ReasonField, reasonProblem } from '../reason-field'
import { useTold } from '../use-told'
import { STOPS, type Stop, toldWords } from '../words'

/** Puts a class off, or calls it off, with a reason. `?id=&what=postpone|cancel`. */
export default function StopClass() {
  const { id: classId = '', what = 'postpone' } = useRouter().params as { id?: string; what?: Stop }
  const { title, button, after, reasons, ask, done: said } = STOPS[what] ?? STOPS.postpone
  useTitle(title)
  const found = useLoad('training.plan', { classId })
  const [{ reason }, change, clear] = useDraft(`stop:${what}:${classId}`, { reason: '' })
  const [problems, setProblems, send] = useTold((field) => field === 'reason', found.reload)
  const postpone = useIntent('training.postpone')
  const cancel = useIntent('training.cancel')
  const { data } = found
  const press = async () => {
    const missing = reasonProblem(reason)
    setProblems(missing)
    if (missing.reason || !data) return
    if (!(await confirm(ask, `《${data.plan.title}》${toldWords(data.counts)}`, button.slice(0, 2)))) return
    if (!(await send(() => (what === 'cancel' ? cancel : postpone)({ classId, reason: reason.trim() }))))
      return
    clear()
    await goBack()
    await done(said)
  }
  return (
    <Screen
      bar={
        data && (
          <GhostButton tone={what === 'cancel' ? 'danger' : 'amber'} onPress={press}>
            {button}
          </GhostButton>
        )
      }
    >
      <ListState of={found}>
        {data && (
          <View className="stack">
            <Text className="heading">{data.plan.title}</Text>
            <Notice kind="waiting">{`${toldWords(data.counts)}${after}`}</Notice>
            <ReasonField
              label={what === 'cancel' ? '为什么取消' : '为什么推迟'}
              reasons={reasons}
              value={reason}
              onChange={(next) => change({ reason: next })}
              error={problems.reason}
            />
          </View>
        )}
      </ListState>
    </Screen>
  )
}
