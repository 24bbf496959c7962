import type { Input, Output } from '../../contract'

export type Entry = Input<'training.recordAttendance'>['entries'][number]
export type Result = Output<'training.recordAttendance'>['results'][number]
type Sheet = Output<'training.attendanceSheet'>
export type Person = Sheet['people'][number]

/** What a phone keeps of one session's list: it works with this alone where there is no network. */
export interface Kept {
  title: string
  sessions: Sheet['sessions']
  people: Person[]
  /** Ticks and scans that the server has not confirmed, in their order. */
  queue: Entry[]
  /** By how much the server's clock is ahead of the phone's, in milliseconds. */
  ahead: number
}

/** By village, then by name. */
export const inOrder = (a: Person, b: Person): number =>
  a.villageName.localeCompare(b.villageName, 'zh') || a.name.localeCompare(b.name, 'zh')

/** How somebody stands, as this phone knows it. `unsent`: by something that is still in the queue. */
export interface Shown extends Person {
  state?: 'present' | 'absent' | 'toConfirm' | undefined
  unsent: boolean
}

/** The list with what was ticked since: the last of the queue about somebody is what is shown. */
export function shownOf({ people, queue }: Pick<Kept, 'people' | 'queue'>): Shown[] {
  const last = new Map(queue.map((entry) => [entry.personId, entry]))
  return people.map((person) => {
    const entry = last.get(person.personId)
    const state = entry ? (entry.present ? 'present' : 'absent') : person.checkIn?.state
    return { ...person, state, unsent: entry !== undefined }
  })
}

/** A tick or a scan, at the server's clock. */
export const entryOf = (
  personId: string,
  what: Pick<Entry, 'how' | 'present'> & { code?: string },
  { entryId, now, ahead }: { entryId: string; now: number; ahead: number },
): Entry => ({ entryId, personId, ...what, at: new Date(now + ahead).toISOString() })

/** What is left to send, and the list as the server knows it now. What it refused is not tried again. */
export function afterSent(kept: Kept, results: readonly Result[], by: string | undefined): Kept {
  const told = new Set(results.map(({ entryId }) => entryId))
  const sent = new Map(kept.queue.map((entry) => [entry.entryId, entry]))
  const now = new Map<string, Person['checkIn']>()
  for (const { entryId, personId, state, overruled } of results) {
    const entry = sent.get(entryId)
    if (!state || !entry) continue
    const before = kept.people.find((person) => person.personId === personId)?.checkIn
    now.set(
      personId,
      overruled
        ? before && { ...before, state }
        : { state, how: entry.how, at: entry.at, ...(by ? { by } : {}) },
    )
  }
  return {
    ...kept,
    queue: kept.queue.filter(({ entryId }) => !told.has(entryId)),
    people: kept.people.map((person) => {
      const checkIn = now.get(person.personId)
      return checkIn ? { ...person, checkIn } : person
    }),
  }
}
