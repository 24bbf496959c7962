import { asPerson, type Entry, type Guest, type Kept, type Person } from '../training/day-kept'

/** By village, then by name. */
export const inOrder = (a: Person, b: Person): number =>
  a.villageName.localeCompare(b.villageName, 'zh') || a.name.localeCompare(b.name, 'zh')

/** How somebody stands, as this phone knows it. `unsent`: by something that is still in the queue. */
export interface Shown extends Person {
  state?: 'present' | 'absent' | 'toConfirm' | undefined
  unsent: boolean
}

/** The list with what was ticked since, and who walked in: the last of the queue about somebody is what is shown. */
export function shownOf({ people, queue, guests = [] }: Pick<Kept, 'people' | 'queue' | 'guests'>): Shown[] {
  const last = new Map(queue.map((entry) => [entry.personId, entry]))
  const listed = new Set(people.map(({ personId }) => personId))
  const fresh = guests.filter(({ personId }) => !listed.has(personId)).map(asPerson)
  const all = fresh.length > 0 ? [...people, ...fresh].sort(inOrder) : people
  return all.map((person) => {
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

/** The list with one more tick, and with who walked in. */
export function withEntry(kept: Kept, entry: Entry, guest: Guest | undefined): Kept {
  const others = (kept.guests ?? []).filter(({ personId }) => personId !== guest?.personId)
  return { ...kept, queue: [...kept.queue, entry], guests: guest ? [...others, guest] : others }
}
