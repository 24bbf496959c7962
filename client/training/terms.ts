import type { ClassDetail } from '../../contract/training'
import { certificateTerms } from '../../contract/training/certificate-words'
import { CLASS_KIND_NAMES } from '../../contract/training/words'

/** More places than these are only counted. */
const NAMED = 6

type Terms = Pick<
  ClassDetail,
  'sessions' | 'openTo' | 'minAge' | 'onceInYears' | 'kind' | 'approval' | 'questions' | 'line' | 'waitlist'
>

/** Who may come and on what terms, line by line. What kind of people it is for is told to nobody. */
export function termsOf({
  sessions,
  openTo,
  minAge,
  onceInYears,
  kind,
  approval,
  questions,
  line,
  waitlist,
}: Terms): string[] {
  const names = openTo.slice(0, NAMED).map(({ name }) => name)
  const places = openTo.length > NAMED ? `${names.join('、')}等 ${openTo.length} 个地方` : names.join('、')
  const certificate = certificateTerms(kind, sessions.length)
  return [
    `面向：${places || '全县'}`,
    ...(minAge ? [`满 ${minAge} 岁`] : []),
    ...(onceInYears ? [`${CLASS_KIND_NAMES[kind]}${onceInYears === 2 ? '两年' : '一年'}只能上一次`] : []),
    ...(approval ? ['报名以后要审核，通过了才算'] : []),
    ...(questions.length > 0 ? [`报名时要填：${questions.map(({ label }) => label).join('、')}`] : []),
    ...(certificate ? [certificate] : []),
    line ? `报满了可以排队，${waitlist.words}` : '报满了就不再排队',
  ]
}
