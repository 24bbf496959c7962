import { dayOf, startOfDay } from '../../../contract/time'
import type { Meeting, Session, TrainingClass } from './documents'

const DAY = 24 * 3_600_000
const WEEK = 7 * DAY
/** A meeting that is no longer counts as half a day. */
const HALF_DAY_MS = 5 * 3_600_000

type Planned = Omit<Session, 'id'> & { id?: string | undefined }

/** Sessions in order of time; one that begins when an earlier one did is that one, those that are new get an id nobody had. */
export function numbered(sessions: readonly Planned[], before: readonly Session[]): Session[] {
  const known = [...before, ...sessions].flatMap(({ id }) => (id ? [Number(id.slice(1))] : []))
  let last = Math.max(0, ...known)
  const claimed = new Set(sessions.flatMap(({ id }) => (id ? [id] : [])))
  return [...sessions]
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    .map((session) => {
      const same = before.find(({ id, startsAt }) => startsAt === session.startsAt && !claimed.has(id))
      const id = session.id ?? same?.id ?? `s${++last}`
      claimed.add(id)
      return { ...session, id }
    })
}

/** What a class's document says of its sessions as a whole. */
export function datesOf(sessions: readonly Session[]) {
  const [first] = sessions
  const endsAt =
    sessions
      .map((session) => session.endsAt)
      .sort()
      .at(-1) ?? ''
  const days = new Set(sessions.map(({ startsAt }) => dayOf(startsAt))).size
  const short =
    sessions.length === 1 && first && Date.parse(first.endsAt) - Date.parse(first.startsAt) <= HALF_DAY_MS
  return {
    sessions: [...sessions],
    startsAt: first?.startsAt ?? '',
    endsAt,
    days: short ? 0.5 : days,
    place: first?.place ?? '',
  }
}

/** What is wrong with sessions and deadlines: a sentence by field. Deadlines that are missing are not looked at. */
export function dateFaults({
  sessions,
  signUpClosesAt,
  cancelClosesAt,
  releaseAt,
}: {
  sessions: readonly Planned[]
  signUpClosesAt?: string | undefined
  cancelClosesAt?: string | undefined
  releaseAt?: string | undefined
}): Record<string, string> {
  const faults: Record<string, string> = {}
  const ordered = sessions
    .map((session, n) => ({ ...session, n }))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  ordered.forEach(({ startsAt, endsAt, n }, position) => {
    if (endsAt <= startsAt) faults[`sessions.${n}.endsAt`] = '下课要晚于上课'
    const earlier = ordered[position - 1]
    if (earlier && startsAt < earlier.endsAt) faults[`sessions.${n}.startsAt`] = '和前一次课的时间重叠了'
  })
  const ids = sessions.flatMap(({ id }) => (id ? [id] : []))
  if (new Set(ids).size < ids.length) faults.sessions = '有一次课写了两遍'
  const starts = ordered[0]?.startsAt
  if (!starts) return faults
  if (signUpClosesAt && signUpClosesAt > starts) faults.signUpClosesAt = '报名截止不能晚于开课'
  if (cancelClosesAt && cancelClosesAt > starts) faults.cancelClosesAt = '取消截止不能晚于开课'
  if (releaseAt && releaseAt > starts) faults.releaseAt = '名额放开不能晚于开课'
  return faults
}

/** Sessions that have not begun: a class with any is not over. */
export const sessionsLeft = ({ sessions }: Pick<TrainingClass, 'sessions'>, now: Date): number =>
  sessions.filter(({ startsAt }) => startsAt > now.toISOString()).length

/** The session somebody has to be told of now: the next that has not begun. Of a class that is under way it is not the first. */
export const nextToBegin = <S extends Pick<Session, 'startsAt'>>(
  { sessions }: { sessions: readonly S[] },
  now: Date,
): S | undefined => sessions.find(({ startsAt }) => startsAt > now.toISOString())

/** What is copied into rows of when and where a class goes on, however far it is. */
export const goesOn = ({ endsAt, sessions }: Pick<TrainingClass, 'endsAt' | 'sessions'>) => ({
  endsAt,
  meetings: sessions.map(
    ({ startsAt, endsAt: until, place }): Meeting => ({ startsAt, endsAt: until, place }),
  ),
})

/** The session somebody goes to next, or is at; none once the last is over. */
export const nextMeeting = ({ meetings }: { meetings: readonly Meeting[] }, now: Date): Meeting | undefined =>
  meetings.find(({ endsAt }) => endsAt > now.toISOString())

/** Three days before the first session at nine; the evening before the first of each run of days, at seven. Beijing time. */
export function remindersOf({ sessions }: Pick<TrainingClass, 'sessions'>): string[] {
  const days = [...new Set(sessions.map(({ startsAt }) => dayOf(startsAt)))].sort()
  const at = (day: string, daysBefore: number, hour: number) =>
    new Date(Date.parse(startOfDay(day)) - daysBefore * DAY + hour * 3_600_000).toISOString()
  const firstOfRun = (day: string, n: number) =>
    n === 0 || Date.parse(startOfDay(day)) - Date.parse(startOfDay(days[n - 1]!)) > DAY
  const [first] = days
  return first === undefined
    ? []
    : [at(first, 3, 9), ...days.filter(firstOfRun).map((day) => at(day, 1, 19))].sort()
}

/** The next reminder after an instant. */
export const nextReminder = (training: Pick<TrainingClass, 'sessions'>, now: Date): string | undefined =>
  remindersOf(training).find((at) => at > now.toISOString())

/** By how much a copy of a class is later: whole weeks, so that days of the week stay, until it lies ahead. */
export function weeksAhead(startsAt: string, now: Date): number {
  if (startsAt === '') return 0
  const behind = now.getTime() - Date.parse(startsAt)
  // A class of last year comes at the same time of the year.
  const years = Math.max(1, Math.ceil(behind / (52 * WEEK)))
  return years * 52 * WEEK
}
export const later = (at: string, by: number): string =>
  at === '' ? '' : new Date(Date.parse(at) + by).toISOString()
