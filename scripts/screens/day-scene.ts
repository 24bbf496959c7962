import { randomUUID } from 'node:crypto'
import type { Must } from './scene'

/** A class that takes place today, and where people stand in it. */
export interface DayScene {
  /** `CHECKS_IN` and three others have a seat; one has come, one was noted absent. */
  today: string
}

/** Of the informant's village. */
export const CHECKS_IN = 'demo-villager-193'

const HOUR = 3_600_000

interface ClassOfToday {
  [field: string]: unknown
}

/** A copy of a class of the demo county whose session is now: nobody can plan one that has begun. */
async function plantToday(url: string): Promise<string> {
  const filter = encodeURIComponent(JSON.stringify({ _id: 'class-open-5' }))
  const found = (await (await fetch(`${url}/collections/classes?filter=${filter}`)).json()) as {
    documents: ClassOfToday[]
  }
  const [model] = found.documents
  const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()
  const _id = `class-${randomUUID()}`
  const session = { startsAt: at(-1), endsAt: at(1), place: '青石乡文化站' }
  const planted = {
    ...model,
    _id,
    title: '高山蔬菜育苗（今天）',
    taken: 0,
    takenByVillage: {},
    takenByTownship: {},
    sessions: [
      { ...session, id: 's3', startsAt: at(-26), endsAt: at(-24) },
      { ...session, id: 's1' },
      { ...session, id: 's2', startsAt: at(24), endsAt: at(26) },
    ],
    startsAt: at(0.5),
    endsAt: at(26),
    signUpClosesAt: at(0.5),
  }
  await fetch(`${url}/import?collection=classes`, { method: 'POST', body: `${JSON.stringify(planted)}\n` })
  return _id
}

/** Plays the morning of a class. */
export async function playDay(url: string, must: Must): Promise<DayScene> {
  const today = await plantToday(url)
  const people = [CHECKS_IN, 'demo-villager-257', 'demo-villager-70', 'demo-villager-6']
  for (const openid of people) await must(openid, 'training.enrol', { classId: today })
  const entry = (personId: string, present: boolean) => ({
    entryId: randomUUID(),
    personId,
    how: 'tick' as const,
    at: new Date().toISOString(),
    present,
  })
  await must('demo-expert', 'training.recordAttendance', {
    classId: today,
    session: 's1',
    entries: [entry('person-257-1', true), entry('person-6-1', false)],
  })
  return { today }
}
