import type { Input, Output } from '../../contract'

export type Entry = Input<'training.recordAttendance'>['entries'][number]
export type Result = Output<'training.recordAttendance'>['results'][number]
type Sheet = Output<'training.attendanceSheet'>
export type Person = Sheet['people'][number]
export type Session = Sheet['sessions'][number]

/** Somebody who walked in, as far as one must know to show them before the server has let them in. */
export type Guest = Pick<Person, 'personId' | 'name' | 'villageName'>
/** What the server would not take. */
export interface Refusal {
  personId: string
  name: string
  code: string
  message: string
}

/** What a phone keeps of one session's list: it works with this alone where there is no network. */
export interface Kept {
  title: string
  sessions: Session[]
  people: Person[]
  /** Ticks and scans, in their order, that are to be sent or of which the list does not know yet what came of them. */
  queue: Entry[]
  /** What the server answered to some of the queue, while the list was not open (client/training-day/queue.ts). */
  told?: Result[]
  /** Those of the queue who were not on the list. */
  guests?: Guest[]
  /** Not seen yet by who opens the list. */
  refused?: Refusal[]
  /** By how much the server's clock is ahead of the phone's, in milliseconds. */
  ahead: number
}

export const LISTS = 'attendance:'
export const listKey = (classId: string, session: string): string => `${LISTS}${classId}:${session}`

/** What the server has not answered yet. */
export const unsentIn = ({ queue, told = [] }: Pick<Kept, 'queue' | 'told'>): Entry[] =>
  queue.filter(({ entryId }) => !told.some((result) => result.entryId === entryId))
