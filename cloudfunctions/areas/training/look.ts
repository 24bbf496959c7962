import { beijing, startOfDay } from '../../../contract/time'
import type { PersonKind } from '../../../contract/training/words'
import { idsOf, type Subject } from '../../platform/context'
import { collection, command, oneOf, rows } from '../../platform/database'
import type { Household, Person } from '../registry/documents'
import { type EnrolmentDocument, enrolmentId, type TrainingClass } from './documents'
import { claimOf, type Who } from './eligible'
import type { Claim } from './seats'

/** Missing in the SDK's types, present in its code and documentation. */
interface Stages {
  match(filter: object): Stages
  sort(order: object): Stages
  limit(count: number): Stages
  done(): object
}
const pipeline = () => (command.aggregate as unknown as { pipeline(): Stages }).pipeline()

/** The years back that a rule of any class can ask about, and more enrolments than anybody has in them. */
const YEARS = 2
const HISTORY = 100

interface Found {
  personFound: Person[]
  householdFound: Household[]
  history: EnrolmentDocument[]
  mine: EnrolmentDocument[]
}

/** A class and somebody before it, as they are now. */
export interface Looked {
  training: TrainingClass
  /** Null for a visitor. */
  who: Who | null
  history: EnrolmentDocument[]
  mine?: EnrolmentDocument
  /** Undefined for a visitor. */
  claim?: Claim
}

const aboutPerson = (subject: Subject, now: Date): [keyof Found, string, object][] => [
  ['personFound', 'people', pipeline().match({ _id: subject.id }).limit(1).done()],
  [
    'householdFound',
    'households',
    pipeline()
      .match({ _id: subject.householdId ?? '' })
      .limit(1)
      .done(),
  ],
  [
    'history',
    'enrolments',
    pipeline()

      .match({
        personId: oneOf(idsOf(subject)),
        startsAt: command.gte(startOfDay(`${beijing(now).year() - YEARS}-01-01`)),
      })
      .sort({ startsAt: -1 })
      .limit(HISTORY)
      .done(),
  ],
]

const kindsOf = ({ personFound, householdFound }: Found): PersonKind[] => {
  const [person] = personFound
  const roles = (person?.roles ?? []).map(({ role }) => role)
  return [
    ...(householdFound[0]?.assisted ? ['assisted' as const] : []),
    ...(roles.includes('informant') ? ['informant' as const] : []),
    ...(roles.includes('cooperative') ? ['cooperative' as const] : []),
    ...(person?.isHead ? ['head' as const] : []),
  ]
}

const whoOf = ({ id, village, villageName }: Subject, found: Found): Who => ({
  id,
  village,
  villageName,
  birthYear: found.personFound[0]?.birthYear,
  kinds: kindsOf(found),
})

/**
 * Everything that decides whether somebody may have a seat in a class: one round trip. Within `once` it is read beside
 * the transaction, not in it (a transaction does single documents only). That is safe, because whatever of it is then
 * written is refused by the transaction where it has changed since its beginning, and because every move of anybody's
 * enrolment in a class writes the class.
 */
export async function look(classId: string, subject: Subject | null, now: Date): Promise<Looked | null> {
  let query = collection('classes').aggregate().match({ _id: classId })
  const lookups: [keyof Found, string, object][] = subject
    ? [
        ...aboutPerson(subject, now),
        [
          'mine',
          'enrolments',
          pipeline()
            .match({ _id: enrolmentId(classId, subject.id) })
            .limit(1)
            .done(),
        ],
      ]
    : []
  for (const [as, from, stages] of lookups) query = query.lookup({ from, pipeline: stages, as } as never)
  const [found] = await all<TrainingClass & Found>(query)
  if (!found) return null
  const { personFound = [], householdFound = [], history = [], mine = [], ...training } = found
  if (!subject) return { training, who: null, history }
  const who = whoOf(subject, { personFound, householdFound, history, mine })
  return { training, who, history, mine: mine[0], claim: claimOf(training, who, history) }
}

/** Who somebody is to a class, without one: for lists. One round trip; an account that is bound to nobody has none. */
export async function lookAt(subject: Subject, now: Date) {
  let query = collection('people').aggregate().match({ _id: subject.id }).limit(1)
  for (const [as, from, stages] of aboutPerson(subject, now))
    query = query.lookup({ from, pipeline: stages, as } as never)
  const [found] = await all<Found>(query)
  const none: Found = { personFound: [], householdFound: [], history: [], mine: [] }
  return { who: whoOf(subject, found ?? none), history: found?.history ?? [] }
}

/** What an aggregate finds; asked again where the line broke, as any reading. */
const all = <T>(query: { end(): unknown }): Promise<T[]> =>
  rows<T>({ get: async () => ({ data: ((await query.end()) as { list: T[] }).list }) })
