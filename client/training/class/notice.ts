import { sayTime } from '../../../contract/time'
import type { ClassDetail } from '../../../contract/training'
import type { StatusKind } from '../../components/status'
import { isSeated, sayDeadline } from '../standing'
import { actOf, mayCancel } from './may'

export interface Said {
  kind: StatusKind
  words: string
}

/** A sentence of parts; none of them ends one by itself. */
const sentence = (...parts: string[]): string => `${parts.filter((part) => part !== '').join('，')}。`

/**
 * How I stand in a class and what comes next, most urgent first. `who`: 您, or the name of the person acted for. What it
 * says of waiting is the class's own rule, so that everybody reads the same.
 */
export function noticesOf(training: ClassDetail, who: string, now: number): Said[] {
  const { phase, mine, reason } = training
  const because = reason ? `原因：${reason}。` : ''
  const said: Said[] = []
  if (phase === 'cancelled') return [{ kind: 'urgent', words: `这个班取消了，不用去了。${because}` }]
  if (phase === 'postponed') {
    const seat = isSeated(mine?.state) || mine?.state === 'offered'
    const kept = seat ? '名额' : mine?.state === 'waiting' ? '排队' : ''
    said.push({
      kind: 'waiting',
      words: `这个班推迟了，时间定了再通知。${because}${kept && `${who}的${kept}还在。`}`,
    })
    // Where to be in the morning is not so any more.
    if (kept || mine?.state === 'attended') return said
  }
  said.push(...ownNotices(training, who, now))
  const hint = said.length === 0 ? obstacleWords(training, now) : undefined
  return hint ? [{ kind: 'plain', words: hint }] : said
}

function ownNotices(training: ClassDetail, who: string, now: number): Said[] {
  const { mine, phase, meet, bring } = training
  if (!mine) return []
  switch (mine.state) {
    case 'offered':
      return [{ kind: 'urgent', words: offerWords(mine.offerUntil, who, now) }]
    case 'waiting':
      return [{ kind: 'waiting', words: lineWords(training, who) }]
    case 'enrolled':
    case 'pending': {
      if (mine.needsConfirm)
        return [{ kind: 'urgent', words: `时间或者地点改了，请看下面新的。${who}还去不去，回一声。` }]
      const late = mayCancel(training, now) || phase === 'finished'
      const seat: Said =
        mine.state === 'pending'
          ? { kind: 'waiting', words: '报名交上去了，等审核，名额先留着。定了会通知。' }
          : { kind: 'done', words: `已报名。${sentence(meet, bring)}` }
      return late
        ? [seat]
        : [seat, { kind: 'waiting', words: '快开班了，不能在这里取消。去不了请打下面的电话说一声。' }]
    }
    case 'lapsed':
      return [lost(training, now, `给${who}留的名额，过了时间没有回，已经让给后面的人。`)]
    case 'refused':
      return [lost(training, now, `${who}上次报名没有通过。${mine.reason ? `原因：${mine.reason}。` : ''}`)]
    case 'attended':
      return [{ kind: 'done', words: thereWords(training, who, now) }]
    case 'absent':
      return [{ kind: 'plain', words: `这个班${who}没有去。` }]
    default:
      return []
  }
}

/** Who has been to some of it: when and where to come again. */
function thereWords({ sessions, phase }: ClassDetail, who: string, now: number): string {
  const next = phase !== 'finished' && sessions.find(({ startsAt }) => Date.parse(startsAt) > now)
  return next
    ? `${who}来过了。下一次课：${sayTime(next.startsAt, now)}，${next.place}。`
    : `${who}参加了这个班。`
}

function offerWords(until: string | undefined, who: string, now: number): string {
  if (!until) return `有名额了，等${who}定去不去。`
  if (Date.parse(until) <= now) return '留名额的时间过了，已经让给后面的人。'
  return `有名额了，给${who}留到${sayDeadline(until, now)}。去不去，请在这以前定。`
}

function lineWords({ mine, waitlist: { words, waiting, claimHours } }: ClassDetail, who: string): string {
  const place = mine?.place
    ? `${who}排第 ${mine.place} 位，一共 ${Math.max(waiting, mine.place)} 人在排。`
    : `${who}在排队。`
  return `${place}${words}。轮到了会通知，名额留 ${claimHours} 小时等回话（只算上班时间）。`
}

/** What was lost, and whether it can be had again. */
function lost(training: ClassDetail, now: number, words: string): Said {
  const act = actOf(training, true, now)
  const next =
    act === 'enrol' ? '还想去，可以再报名。' : act === 'wait' ? '还想去，可以重新排队。' : '可以看看别的班。'
  return { kind: 'plain', words: `${words}${next}` }
}

/** Why there is no seat for me, with the way into the line where there is one. */
export function obstacleWords(training: ClassDetail, now: number): string | undefined {
  const { obstacle, waitlist } = training
  const act = actOf(training, true, now)
  if (act !== 'wait') return obstacle?.message ?? closedWords(training)
  const full = obstacle?.message ?? '这个班报满了。'
  const before = waitlist.waiting > 0 ? `现在 ${waitlist.waiting} 人在排。` : '现在没有人排。'
  return `${full.split('。')[0]}。可以排队，有人退出就补上：${waitlist.words}。${before}`
}

/** For who has no obstacle of their own: visitors, and those who look at a class that is over. */
function closedWords({ phase, state }: ClassDetail): string | undefined {
  if (phase === 'finished') return '这个班已经结束了。看看别的班。'
  if (phase === 'running') return '这个班已经开课了。看看别的班。'
  if (phase === 'closed') return '这个班的报名已经截止。想去可以打电话问一问，或者看看别的班。'
  return state === 'open' ? undefined : '这个班报满了。看看别的班。'
}
