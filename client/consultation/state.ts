import type { QuestionSummary } from '../../contract/consultation'
import { sayDuration, sayTime } from '../../contract/time'
import type { StatusKind } from '../components/status'

export interface Standing {
  kind: StatusKind
  words: string
}

type Stand = Pick<QuestionSummary, 'state' | 'danger' | 'reopened' | 'updatedAt'>

/** How a question stands, for who asked it. */
export function standingForAsker({ state, reopened }: Stand): Standing {
  if (state === 'resolved') return { kind: 'done', words: '办结了' }
  if (state === 'answered') return { kind: 'news', words: '专家回复了，看看管不管用' }
  return { kind: 'waiting', words: reopened > 0 ? '等专家再回复' : '等专家回复' }
}

/** How a question stands, for its expert: what waits for them says how long it has waited. */
export function standingForExpert({ state, danger, reopened, updatedAt }: Stand, now: number): Standing {
  if (state === 'resolved') return { kind: 'done', words: '管用，办结了' }
  if (state === 'answered') return { kind: 'plain', words: '等农户说管不管用' }
  const waited = `等了 ${sayDuration(Math.max(0, now - Date.parse(updatedAt)))}`
  const said = reopened > 0 ? `农户说还不行，${waited}` : waited
  return danger ? { kind: 'urgent', words: `急！${said}` } : { kind: 'waiting', words: said }
}

/** When the last thing happened to a question: "今天 9:40 回复的". */
export function whenWords({ state, reopened, updatedAt }: Stand, now: number): string {
  const done = { waiting: reopened > 0 ? '说还不行' : '问的', answered: '回复的', resolved: '办结' }[state]
  return `${sayTime(updatedAt, now)} ${done}`
}
