import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { asRefused, useIntent } from '../../../cloud/call'
import { GhostButton, MainButton } from '../../../components'
import { confirm, done, say } from '../../../dialog'
import { go } from '../../../go'
import type { SignName } from '../../../icons/names'
import type { Planned } from '../form'
import { editPage, rosterPage, seatsPage, stopPage, timePage } from '../pages'
import { type Act, actsOf, mainOf, mayFinish, sessionsLeft, signUpIsOver } from './may'

const NAMES: Record<Act | 'go on' | 'roster', string> = {
  'go on': '接着填，发布',
  roster: '看报名名单',
  time: '改时间地点',
  seats: '改名额',
  edit: '改别的内容',
  close: '提前停止报名',
  reopen: '重新开放报名',
  postpone: '推迟',
  finish: '结课',
  copy: '照这个班再办一个',
  cancel: '取消这个班',
}
const SIGNS: Partial<Record<Act, SignName>> = {
  time: 'calendar',
  seats: 'people',
  edit: 'edit',
  copy: 'again',
}

interface Props {
  planned: Planned
  reload: () => Promise<void>
}

/** What each act does; those that need more than a yes have a page of their own. */
function useActs({ planned, reload }: Props): Record<Act | 'go on' | 'roster', () => Promise<unknown>> {
  const { classId, plan } = planned
  const closing = useIntent('training.closeSignUp')
  const publishing = useIntent('training.publish')
  const finishing = useIntent('training.finish')
  const copying = useIntent('training.copy')
  const reopen = async () => {
    try {
      await publishing({ classId })
    } catch (error) {
      const { code, fields } = asRefused(error)
      if (code !== 'CLASS_INCOMPLETE') throw error
      // The only thing a published class can lack: its time to sign up is over.
      return say(
        fields.signUpClosesAt
          ? '报名的时间已经过了。请点“改时间地点”，把报名截止改到以后。'
          : '还有没填的。请点“改别的内容”填好。',
      )
    }
    await reload()
    await done('又能报名了')
  }
  const close = async () => {
    if (!(await confirm('停止报名？', '报了名的不受影响，排队的还能补上空名额。以后还能重新开放。', '停止')))
      return
    await closing({ classId })
    await reload()
    await done('已停止报名')
  }
  const finish = async () => {
    const left = sessionsLeft(plan.sessions, Date.now())
    const after = `${left > 0 ? `还有 ${left} 次课没上完。` : ''}没签到的会记成没来，排队的就不再排了。结课以后不能再报名；签到记错了，下课 30 天内还能改。`
    if (!(await confirm(`《${plan.title}》上完了？`, after, '结课'))) return
    await finishing({ classId })
    await reload()
    await done('已结课')
  }
  const copy = async () => {
    const made = await copying({ classId })
    await Taro.redirectTo({ url: editPage(made.classId) })
    await done('照着做了草稿')
  }
  return {
    'go on': () => go(editPage(classId)),
    roster: () => go(rosterPage(classId)),
    time: () => go(timePage(classId)),
    seats: () => go(seatsPage(classId)),
    edit: () => go(editPage(classId)),
    postpone: () => go(stopPage(classId, 'postpone')),
    cancel: () => go(stopPage(classId, 'cancel')),
    close,
    reopen,
    finish,
    copy,
  }
}

/** The one thing to do now. */
export function MainAct(props: Props) {
  const acts = useActs(props)
  const act = mainOf(props.planned.phase, props.planned.toFinish)
  return <MainButton onPress={acts[act]}>{NAMES[act]}</MainButton>
}

/** Everything else; what takes something away from people comes last, in red. */
export function Acts(props: Props) {
  const acts = useActs(props)
  const { phase, toFinish, plan } = props.planned
  const now = Date.now()
  const timeIsUp = signUpIsOver(phase, plan.signUpClosesAt, now)
  return (
    <View className="acts">
      {timeIsUp && (
        <Text className="quiet">报名的时间到了。还要收人，请点“改时间地点”，把报名截止改到以后。</Text>
      )}
      {actsOf(phase, toFinish, { begun: mayFinish(plan.sessions, now), timeIsUp }).map((act) => {
        const sign = SIGNS[act]
        return (
          <GhostButton
            key={act}
            onPress={acts[act]}
            {...(sign ? { sign } : {})}
            {...(act === 'cancel'
              ? { tone: 'danger' as const }
              : act === 'postpone'
                ? { tone: 'amber' as const }
                : {})}
          >
            {NAMES[act]}
          </GhostButton>
        )
      })}
    </View>
  )
}
