import { beijing, sayDay } from '../../contract/time'
import type { ClassSummary, Enrolment } from '../../contract/training'
import type { StatusKind } from '../components/status'

export interface Standing {
  kind: StatusKind
  words: string
}

type State = Enrolment['state']

/** How somebody stands in a class, by the state of their enrolment alone. */
const STANDINGS: Record<State, Standing> = {
  enrolled: { kind: 'done', words: '已报名' },
  attended: { kind: 'done', words: '参加了' },
  absent: { kind: 'plain', words: '没有去' },
  pending: { kind: 'waiting', words: '报了名，等审核' },
  waiting: { kind: 'waiting', words: '在排队' },
  offered: { kind: 'urgent', words: '有名额了，等您定' },
  cancelled: { kind: 'plain', words: '已取消' },
  declined: { kind: 'plain', words: '名额让出去了' },
  lapsed: { kind: 'plain', words: '没及时回，名额让出去了' },
  refused: { kind: 'plain', words: '没通过审核' },
}
export const standingIn = (state: State): Standing => STANDINGS[state]

/** States in which one has something of a class: a seat, an offer, a place in line; or it is behind one. */
const ALIVE: readonly State[] = ['enrolled', 'pending', 'offered', 'waiting', 'attended', 'absent']
export const isAlive = (state: State | undefined): boolean => state !== undefined && ALIVE.includes(state)
const SEATED: readonly State[] = ['enrolled', 'pending']
export const isSeated = (state: State | undefined): boolean => state !== undefined && SEATED.includes(state)

type Seats = Pick<ClassSummary, 'state' | 'phase' | 'standing' | 'line' | 'seats'>

/** What matters to me about a class: am I in, can I still get in, and why not. */
export function standingOf({ state, phase, standing, line, seats }: Seats): Standing {
  if (phase === 'postponed') return { kind: 'waiting', words: '推迟了，时间另定' }
  if (phase === 'cancelled') return { kind: 'plain', words: '这个班取消了' }
  if (standing && isAlive(standing)) return standingIn(standing)
  const wait = line ? '，可以排队' : ''
  switch (state) {
    case 'finished':
      return { kind: 'plain', words: '已经结束' }
    case 'closed':
      return { kind: 'plain', words: '报名截止了' }
    case 'full':
      return { kind: 'plain', words: `报满了${wait}` }
    case 'villageFull':
      return { kind: 'plain', words: `${seats.myVillageName ?? '本村'}报满了${wait}` }
    case 'open':
      return { kind: 'done', words: leftWords(seats) }
  }
}

/** Seats left for me: those of my village, unless the whole class has fewer; a visitor has no village. */
export function leftFor(seats: ClassSummary['seats']): number {
  const left = seats.total - seats.taken
  if (seats.perVillage === undefined || seats.takenByMyVillage === undefined) return left
  return Math.max(0, Math.min(left, seats.perVillage - seats.takenByMyVillage))
}

function leftWords(seats: ClassSummary['seats']): string {
  const ofVillage = seats.perVillage !== undefined && seats.takenByMyVillage !== undefined
  return `${ofVillage ? '本村还剩' : '还剩'} ${leftFor(seats)} 个名额`
}

/** "全班 128 个，还剩 10 个；李家湾村 2 个，还剩 1 个". Full with seats left: those are kept, for whom nobody is told. */
export function seatWords(seats: ClassSummary['seats'], state: ClassSummary['state'] = 'open'): string {
  const left = seats.total - seats.taken
  const kept = state === 'full' && left > 0
  const all = `全班 ${seats.total} 个，${kept ? `剩下的 ${left} 个先留给别人` : `还剩 ${left} 个`}`
  const { perVillage, takenByMyVillage, myVillageName = '本村' } = seats
  if (perVillage === undefined) return all
  if (takenByMyVillage === undefined) return `${all}；每个村 ${perVillage} 个`
  return `${all}；${myVillageName} ${perVillage} 个，还剩 ${Math.max(0, perVillage - takenByMyVillage)} 个`
}

type Mine = Pick<Enrolment, 'state' | 'startsAt' | 'needsConfirm' | 'offerUntil' | 'inLine' | 'off'>

/** How an enrolment of mine stands; what I have to do by when, before anything else. */
export function enrolmentStanding(mine: Mine, now: number): Standing {
  const { state, startsAt, needsConfirm, offerUntil, inLine, off } = mine
  if (off?.as === 'cancelled') return { kind: 'urgent', words: '这个班取消了，不用去' }
  if (off?.as === 'postponed') return { kind: 'waiting', words: '推迟了，时间另定' }
  if (state === 'offered' && offerUntil)
    return { kind: 'urgent', words: `有名额了，${sayDeadline(offerUntil, now)} 前定` }
  if (needsConfirm && isSeated(state)) return { kind: 'urgent', words: '时间或地点改了，还去不去' }
  if (state === 'waiting' && inLine) return { kind: 'waiting', words: `在排队，排第 ${inLine} 位` }
  // It has begun, and nobody has said yet who came.
  if (isSeated(state) && Date.parse(startsAt) <= now) return { kind: 'plain', words: '已经开课' }
  // What one is in still, with a session to come.
  if (state === 'attended' && Date.parse(startsAt) > now) return { kind: 'done', words: '来过了，还有课' }
  return standingIn(state)
}

const NEAR: Record<number, string> = { 0: '今天', 1: '明天', 2: '后天' }
/** Latest first. */
const HALVES = [
  { from: 18, name: '晚上', less: 12 },
  { from: 13, name: '下午', less: 12 },
  { from: 12, name: '中午', less: 0 },
  { from: 9, name: '上午', less: 0 },
  { from: 0, name: '早上', less: 0 },
] as const

/** A deadline as it is said aloud: "明天上午 11:00", "12 月 3 日下午 3:30". */
export function sayDeadline(at: string, now: number): string {
  const time = beijing(at)
  const days = time.startOf('day').diff(beijing(now).startOf('day'), 'day')
  const half = HALVES.find(({ from }) => time.hour() >= from) ?? HALVES[4]
  const day = NEAR[days] ?? sayDay(time.format('YYYY-MM-DD'), now)
  return `${day}${half.name} ${time.hour() - half.less}:${time.format('mm')}`
}
