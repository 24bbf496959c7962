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
  /** Ticks and scans that the server has not confirmed, in their order. */
  queue: Entry[]
  /** Those of the queue who were not on the list. */
  guests?: Guest[]
  /** Not seen yet by who opens the list. */
  refused?: Refusal[]
  /** By how much the server's clock is ahead of the phone's, in milliseconds. */
  ahead: number
}

export const LISTS = 'attendance:'
export const listKey = (classId: string, session: string): string => `${LISTS}${classId}:${session}`

/** Somebody let in, as a line of the list; their own code is on the next list from the server. */
export const asPerson = (guest: Guest): Person => ({ ...guest, standing: 'attended', code: '' })

/** More would not fit on the screen. */
const REFUSALS = 5

/** What is left to send, and the list as the server knows it now. What it refused is not tried again. */
export function afterSent(kept: Kept, results: readonly Result[], by: string | undefined): Kept {
  const { guests = [], refused = [] } = kept
  const told = new Map(results.map((result) => [result.entryId, result]))
  const people = new Map(kept.people.map((person) => [person.personId, person]))
  for (const { entryId, personId, how, at } of kept.queue) {
    const { state, overruled } = told.get(entryId) ?? {}
    const guest = guests.find((each) => each.personId === personId)
    const person = people.get(personId) ?? (guest && asPerson(guest))
    if (!state || !person) continue
    const checkIn = overruled
      ? person.checkIn && { ...person.checkIn, state }
      : { state, how, at, ...(by ? { by } : {}) }
    people.set(personId, checkIn ? { ...person, checkIn } : person)
  }
  const queue = kept.queue.filter(({ entryId }) => !told.has(entryId))
  const fresh = results.flatMap(({ personId, name, error }) => (error ? [{ personId, name, ...error }] : []))
  const old = refused.filter((each) => results.every(({ personId }) => personId !== each.personId))
  return {
    ...kept,
    people: [...people.values()],
    queue,
    guests: guests.filter((guest) => queue.some(({ personId }) => personId === guest.personId)),
    refused: [...fresh, ...old].slice(0, REFUSALS),
  }
}
