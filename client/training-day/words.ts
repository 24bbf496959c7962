import { sayTime } from '../../contract/time'
import type { CheckInState } from '../../contract/training'
import type { StatusKind } from '../components'
import type { Refusal } from '../training/day-kept'
import type { Shown } from './queue'
import type { Meeting } from './sessions'

/** How somebody stands at a session: a word and its colour. */
export const STATE_WORDS: Record<CheckInState, { kind: StatusKind; words: string }> = {
  present: { kind: 'done', words: '已签到' },
  toConfirm: { kind: 'waiting', words: '待老师确认' },
  absent: { kind: 'plain', words: '没到' },
}

/** What somebody reads who has just scanned. */
const SCANNED: Record<CheckInState, string> = {
  present: '签到成功！请进去上课。',
  toConfirm: '码扫晚了一点，已经记下，等老师确认。请跟老师说一声。',
  absent: '老师记的是没到。请跟老师说一声，由老师改过来。',
}

/** The same with which session it was for, where there are several: a code of the morning counts for the morning. */
export function scannedWords(
  { state, session }: { state: CheckInState; session: string },
  sessions: readonly { id: string; startsAt: string }[],
): string {
  const n = sessions.findIndex(({ id }) => id === session)
  const startsAt = sessions[n]?.startsAt
  const which = startsAt && sessions.length > 1 ? `第 ${n + 1} 次课（${sayTime(startsAt, Date.now())}）` : ''
  return `${which}${SCANNED[state]}`
}

/** How a line of the list reads. */
export function lineOf({ state, unsent, checkIn }: Shown): { kind: StatusKind; words: string } {
  const said = state ? STATE_WORDS[state] : { kind: 'plain' as const, words: '还没到' }
  if (unsent) return { kind: said.kind, words: `${said.words}（还没发出去）` }
  return state === 'present' && checkIn?.how === 'walkIn' ? { ...said, words: '已签到（现场补报）' } : said
}

export type Tab = 'coming' | 'present' | 'toConfirm'
export const tabOf = ({ state }: Pick<Shown, 'state'>): Tab =>
  state === 'present' ? 'present' : state === 'toConfirm' ? 'toConfirm' : 'coming'

/** The tabs with how many are in each. */
export function tabsOf(all: readonly Pick<Shown, 'state'>[]): { key: Tab; name: string }[] {
  const count = (tab: Tab) => all.filter((each) => tabOf(each) === tab).length
  return [
    { key: 'coming', name: `还没到 ${count('coming')}` },
    { key: 'present', name: `到了 ${count('present')}` },
    { key: 'toConfirm', name: `待确认 ${count('toConfirm')}` },
  ]
}

/** What a teacher can do, where the server's own sentence is for who signs up. An informant cannot change the seats. */
const TEACHER_CAN: Record<string, { teacher: string; informant: string }> = {
  CLASS_FULL: {
    teacher: '名额满了。要加人，先在“改名额”里改多，再补报；或者在纸上签名。',
    informant: '名额满了。请老师先加名额，再补报；或者在纸上签名。',
  },
  NO_SEAT_HERE: {
    teacher: '名单里没有这个人。点“现场补报”加上。',
    informant: '名单里没有这个人。点“现场补报”加上。',
  },
}

/** What the server would not take, a sentence for each person. */
export const refusals = (refused: readonly Refusal[], who: 'teacher' | 'informant'): string[] => [
  ...new Set(
    refused.map(({ name, code, message }) => `${name || '有一个人'}：${TEACHER_CAN[code]?.[who] ?? message}`),
  ),
]

/** The sessions to choose from; of the chosen one it also says so. */
export const meetingNames = (
  meetings: readonly Meeting[],
  chosen: string,
  now: number,
): Record<string, string> =>
  Object.fromEntries(
    meetings.map(({ n, id, startsAt }) => [
      id,
      `第 ${n} 次 ${sayTime(startsAt, now)}${id === chosen ? '（正在看）' : ''}`,
    ]),
  )

export const unsentWords = (count: number, offline: boolean): string =>
  offline
    ? `没有网络，照样可以点名。${count > 0 ? `${count} 条记在手机上，` : ''}有网络会自动发出去。`
    : `${count} 条还没发出去，正在发。`
