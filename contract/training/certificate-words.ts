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
