import type { AboutMe } from '../../../contract/identity'
import { maskedNumber, maskedPhone } from '../../../contract/identity-number'
import { type KnownContext, ownIds } from '../../platform/context'
import { collection, command } from '../../platform/database'
import { pipeline } from '../../platform/pipeline'
import { Refused } from '../../platform/refusal'
import { unseal } from '../../platform/secrets'
import type { Household, Person } from '../registry/documents'
import { rolesOf } from './bound'

/** More than live in one house. */
const MEMBERS = 60

/** What an aggregate of somebody's own brings beside the person. */
export interface Held extends Person {
  household: Household[]
  members: Person[]
  enrolments: { count: number }[]
  questions: { count: number }[]
  contracts: unknown[]
}

/** The caller with all that is held about them; `more` lookups come along. One round trip. */
export async function heldAbout<T extends Held>(
  { account }: KnownContext,
  more: readonly [as: string, from: string, pipeline: object][] = [],
): Promise<T> {
  const mine = { personId: command.in(ownIds(account)) }
  const household = account.householdId ?? ''
  const counted = (match: object) =>
    pipeline()
      .match(match)
      .group({ _id: null, count: command.aggregate.sum(1) })
      .done()
  const lookups: [string, string, object][] = [
    ['household', 'households', pipeline().match({ _id: household }).limit(1).done()],
    [
      'members',
      'people',
      pipeline()
        .match({ householdId: household, archived: command.exists(false) })
        .limit(MEMBERS)
        .done(),
    ],
    ['enrolments', 'enrolments', counted(mine)],
    ['questions', 'questions', counted({ 'person.id': command.in(ownIds(account)) })],
    [
      'contracts',
      'rearingContracts',
      pipeline().match({ householdId: household }).limit(1).project({ _id: 1 }).done(),
    ],
    ...more,
  ]
  let query = collection('people').aggregate().match({ _id: account.personId }).limit(1)
  for (const [as, from, stages] of lookups) query = query.lookup({ from, pipeline: stages, as } as never)
  const { list } = (await query.end()) as unknown as { list: T[] }
  const [found] = list
  if (!found) throw new Refused('NOT_FOUND')
  return found
}

/** All of it as the person may see it: what can do harm in other hands is masked. */
export function presentHeld(held: Held, { account, configuration }: KnownContext): AboutMe {
  const [household] = held.household
  return {
    personId: held._id,
    name: held.name,
    birthYear: held.birthYear,
    place: held.place,
    phone: held.phone && maskedPhone(held.phone),
    identityNumber: held.identity && maskedNumber(unseal(held.identity, held._id, configuration)),
    household: household && {
      headName: household.headName,
      address: household.address,
      members: held.members.map(({ _id, name, relation }) => ({ personId: _id, name, relation })),
    },
    consent: account.consent,
    roles: rolesOf(held),
    agents: held.agreements ?? [],
    enrolments: held.enrolments[0]?.count ?? 0,
    questions: held.questions[0]?.count ?? 0,
    inScheme: held.contracts.length > 0,
  }
}
