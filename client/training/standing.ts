import type { ClassSummary, Enrolment } from '../../contract/training'
import type { StatusKind } from '../components/status'

export interface Standing {
  kind: StatusKind
  words: string
}

type Seats = Pick<ClassSummary, 'state' | 'enrolled' | 'seats'>

/** What matters to me about a class: am I in, can I still get in, and why not. */
export function standingOf({ state, enrolled, seats }: Seats): Standing {
  if (enrolled) return { kind: 'done', words: '已报名' }
  switch (state) {
    case 'finished':
      return { kind: 'plain', words: '已经结束' }
    case 'closed':
      return { kind: 'plain', words: '报名截止了' }
    case 'full':
      return { kind: 'plain', words: '报满了' }
    case 'villageFull':
      return { kind: 'plain', words: `${seats.myVillageName ?? '本村'}报满了` }
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

/** "全县 128 个，还剩 10 个；李家湾村 2 个，还剩 1 个". */
export function seatWords(seats: ClassSummary['seats']): string {
  const all = `全班 ${seats.total} 个，还剩 ${seats.total - seats.taken} 个`
  const { perVillage, takenByMyVillage, myVillageName = '本村' } = seats
  if (perVillage === undefined) return all
  if (takenByMyVillage === undefined) return `${all}；每个村 ${perVillage} 个`
  return `${all}；${myVillageName} ${perVillage} 个，还剩 ${Math.max(0, perVillage - takenByMyVillage)} 个`
}

/** What to do where there is no seat for me; undefined where there is. */
export function whatInstead({
  state,
  enrolled,
}: Pick<ClassSummary, 'state' | 'enrolled'>): string | undefined {
  if (enrolled || state === 'open') return undefined
  return {
    finished: '这个班已经结束了。看看别的班。',
    closed: '这个班的报名已经截止。想去可以打电话问一问，或者看看别的班。',
    full: '这个班报满了。有人退出会空出来，过几天再来看看，或者看看别的班。',
    villageFull: '您村的名额报满了。村里有人退出会空出来，过几天再来看看，或者看看别的班。',
  }[state]
}

/** How an enrolment of mine stands. */
export function enrolmentStanding({ state }: Pick<Enrolment, 'state'>): Standing {
  return {
    enrolled: { kind: 'done' as const, words: '已报名' },
    attended: { kind: 'done' as const, words: '参加了' },
    absent: { kind: 'plain' as const, words: '没有去' },
    pending: { kind: 'waiting' as const, words: '等审核' },
    waiting: { kind: 'waiting' as const, words: '在排队' },
    offered: { kind: 'waiting' as const, words: '有名额了，等您定' },
    cancelled: { kind: 'plain' as const, words: '已取消' },
    declined: { kind: 'plain' as const, words: '名额让出去了' },
    lapsed: { kind: 'plain' as const, words: '没排上' },
    refused: { kind: 'plain' as const, words: '没通过审核' },
  }[state]
}
