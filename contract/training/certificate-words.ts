import type { ClassKind } from './words'

/** What a certificate says; the phone's picture and the PDF both draw it. */
export interface CertificateFacts {
  name: string
  title: string
  kind: ClassKind
  /** Beijing days. */
  from: string
  until: string
  days: number
  place: string
}

/** Who has been to a field lecture has learned something, and has not finished a course. An outreach day gives none. */
export const CERTIFICATE_TITLES: Partial<Record<ClassKind, string>> = {
  class: '结业证书',
  skill: '结业证书',
  lecture: '学习证明',
}

/** Of how many of a class's sessions somebody must have been at: two thirds of them, so all of one or two. Our decision; planners see it. */
export const sessionsNeeded = (sessions: number): number => Math.max(1, Math.ceil((sessions * 2) / 3))

/** "上满 2 次课发结业证书"; undefined where a class gives none, or where coming is enough. */
export function certificateTerms(kind: ClassKind, sessions: number): string | undefined {
  const title = CERTIFICATE_TITLES[kind]
  const needed = sessionsNeeded(sessions)
  return title && needed > 1 ? `${sessions} 次课上满 ${needed} 次，发${title}` : undefined
}

const sayDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** "2026年5月12日至15日", "2026年5月12日". */
export function sayDays(from: string, until: string): string {
  if (from === until) return sayDay(from)
  const [sameYear, sameMonth] = [
    from.slice(0, 4) === until.slice(0, 4),
    from.slice(0, 7) === until.slice(0, 7),
  ]
  const end = sayDay(until)
  return `${sayDay(from)}至${sameMonth ? end.replace(/^.*月/, '') : sameYear ? end.replace(/^.*年/, '') : end}`
}

const sayLength = (days: number): string => (days === 0.5 ? '半天' : `共${days}天`)

/** The sentence below the name. */
export const certificateSentence = ({ title, kind, from, until, days, place }: CertificateFacts): string =>
  `于${sayDays(from, until)}在${place}参加“${title}”学习，${sayLength(days)}。${
    CERTIFICATE_TITLES[kind] === '学习证明' ? '特此证明。' : '准予结业，特发此证。'
  }`

/** How the day of issue is written at the bottom. */
export const certificateDay = sayDay
