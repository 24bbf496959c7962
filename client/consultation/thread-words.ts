import type { QuestionDetail } from '../../contract/consultation'
import { sayDuration, sayTime } from '../../contract/time'
import type { StatusKind } from '../components/status'

export interface Step {
  word: string
  kind: StatusKind
}

/** How far a question is: sent, taken, answered, solved. What is reached is green, where it stands now has a colour. */
export function stepsOf({ state, reopened }: Pick<QuestionDetail, 'state' | 'reopened'>): Step[] {
  const answered: Step =
    state === 'resolved'
      ? { word: '已回复', kind: 'done' }
      : state === 'answered'
        ? { word: '已回复', kind: 'news' }
        : { word: reopened > 0 ? '等再回复' : '等回复', kind: 'waiting' }
  return [
    { word: '已发出', kind: 'done' },
    { word: '专家接了', kind: 'done' },
    answered,
    { word: '解决', kind: state === 'resolved' ? 'done' : 'plain' },
  ]
}

export type Entry = QuestionDetail['entries'][number]

/** Since when the expert had to answer, for the entry at a place: since it was asked, or came back. */
export function waitingSince(question: Pick<QuestionDetail, 'askedAt' | 'entries'>, place: number): string {
  const before = question.entries
    .slice(0, place)
    .reverse()
    .find(({ kind }) => kind === 'notHelped')
  return before?.at ?? question.askedAt
}

/** "今天 17:25 · 45 分钟内回复". Beyond a day it says how long it took without praising it. */
export function answerTime(
  question: Pick<QuestionDetail, 'askedAt' | 'entries'>,
  place: number,
  now: number,
): string {
  const { at } = question.entries[place] as Entry
  const took = Math.max(0, Date.parse(at) - Date.parse(waitingSince(question, place)))
  const words = took < 24 * 60 * 60_000 ? `${sayDuration(took)}内回复` : `过了 ${sayDuration(took)}回复`
  return `${sayTime(at, now)} · ${words}`
}

type Photo = QuestionDetail['photos'][number]

/** What is the matter with a photo; nothing where it can simply be seen. Who sent it has its address at once. */
export function photoWords({ state, url }: Photo): string | undefined {
  if (state === 'shown') return url ? undefined : '照片打不开'
  if (state === 'checking') return url ? '正在检查，过后专家才看得到' : '照片正在检查，过一会儿再来看'
  return url ? '没通过检查，专家看不到' : '照片没通过检查，看不到'
}

/** Why somebody who reads a question at the expert's desk has nothing to write; undefined where they may answer. */
export function whyNoAnswer({
  mayAnswer,
  state,
  expert,
}: Pick<QuestionDetail, 'mayAnswer' | 'state' | 'expert'>): string | undefined {
  if (mayAnswer) return undefined
  if (state === 'resolved') return '这个问题已经办结了，不用再回。'
  if (state === 'answered') return '已经回复了，正在等农户说管不管用。'
  return `这个问题由${expert.name}来回。您可以看，不用回。`
}
