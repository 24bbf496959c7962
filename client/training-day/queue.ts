import type { Entry, Guest, Kept, Person, Result } from '../training/day-kept'

/** By village, then by name. */
export const inOrder = (a: Person, b: Person): number =>
  a.villageName.localeCompare(b.villageName, 'zh') || a.name.localeCompare(b.name, 'zh')

/** Somebody let in, as a line of the list; their own code is on the next list from the server. */
const asPerson = (guest: Guest): Person => ({ ...guest, standing: 'attended', code: '' })

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

/** Somebody whose word weighs more has said otherwise. */
const OVERRULED = {
  present: '已经记了到了（老师，或者本人扫了码），以那个为准。要改请找老师。',
  absent: '老师记的是没到，以老师的为准。要改请找老师。',
  toConfirm: '等老师确认。',
}

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
    // Let in by mistake: taken back, they are not on the list any more.
    if (state === 'absent' && !overruled && person.checkIn?.how === 'walkIn') people.delete(personId)
    else people.set(personId, checkIn ? { ...person, checkIn } : person)
  }
  const queue = kept.queue.filter(({ entryId }) => !told.has(entryId))
  const said = new Map(kept.queue.map(({ entryId, present }) => [entryId, present]))
  const fresh = results.flatMap(({ entryId, personId, name, error, state, overruled }) => {
    if (error) return [{ personId, name, ...error }]
    const other = overruled && state !== undefined && (state === 'present') !== said.get(entryId)
    return other ? [{ personId, name, code: 'OVERRULED', message: OVERRULED[state] }] : []
  })
  const old = refused.filter((each) => results.every(({ personId }) => personId !== each.personId))
  return {
    ...kept,
    people: [...people.values()],
    queue,
    guests: guests.filter((guest) => queue.some(({ personId }) => personId === guest.personId)),
    refused: [...fresh, ...old].slice(0, REFUSALS),
  }
}

/** The list with what the server has answered since, which is kept beside it where it was not open. */
export const settled = (kept: Kept, by: string | undefined): Kept =>
  kept.told?.length ? { ...afterSent(kept, kept.told, by), told: [] } : kept
