import { HEAD } from '../../../contract/registry'
import type { Configuration } from '../../platform/configuration'
import { collection, command, inTransaction, rows } from '../../platform/database'
import { willPass } from '../../platform/passing'
import { retry } from '../../platform/retry'
import { livingIn } from './changing'
import type { Household, Person } from './documents'
import { putPerson, type Told } from './put-person'

/** More than live in one house, with those who have left it. */
const MEMBERS = 100
const BATCH = 20

/**
 * Makes the people of a household say what the household says: where they live, who is head, who belongs to it. Each
 * person is a transaction of their own, computed from the household alone, so that it can be broken off anywhere and done
 * again; the household stays marked until all is done. One round trip to find them, five or six for each who changes,
 * two to finish.
 */
export async function follow(household: Household, configuration: Configuration, now: Date): Promise<void> {
  const { joining } = household
  const whose = joining
    ? command.or([{ householdId: household._id }, { _id: command.in(joining.people) }])
    : { householdId: household._id }
  const people = await rows<Person>(collection('people').where(whose).limit(MEMBERS))
  for (const each of people)
    if (following(each, household, now) !== each) await followOne(each._id, household._id, configuration, now)
  await Promise.all([tellItems(household), finish(household)])
}

async function followOne(personId: string, householdId: string, configuration: Configuration, now: Date) {
  const attempt = () =>
    inTransaction(async (transaction) => {
      // Both anew: a run that was held up must not bring back what the household was.
      const household = await transaction.get<Household>('households', householdId)
      const person = await transaction.get<Person>('people', personId)
      const next = household && person && following(person, household, now)
      if (person && next && next !== person) await putPerson(transaction, person, next, configuration)
    })
  await retry(attempt, willPass)
}

/** Somebody as their household has it; the same object where nothing has to change, or where they belong elsewhere by now. */
export function following(person: Person, household: Household, now: Date): Person | Told {
  const { joining, headId, died, reheaded } = household
  const joins = joining?.people.includes(person._id) && person.householdId === joining.from
  if (person.householdId !== household._id && !joins) return person
  if (person.archived) return person
  const head = person._id === headId
  const dead = person._id === died && !head
  // To a new head everybody stands in another way; how, nobody has said yet.
  const relation = head ? HEAD : joins || reheaded || person.isHead ? undefined : person.relation
  const stays = person.householdId === household._id && person.village === household.village
  const same = person.isHead === head && person.place === household.place && person.relation === relation
  if (stays && same && !dead) return person
  return {
    ...person,
    ...livingIn(household),
    householdId: household._id,
    isHead: head,
    relation,
    ...(dead ? { archived: { at: now.toISOString(), reason: '去世' }, leaving: true } : {}),
  }
}

/** What is still to be paid goes to the new head, and is seen by who serves the new village. What is done stays as it was. */
async function tellItems({ _id, headId, headName, village, villageName }: Household): Promise<void> {
  await collection('dividendItems')
    .where({ householdId: _id, state: command.neq('confirmed') })
    .update({ data: { headId, headName, village, villageName } })
}

/** The mark goes away only if nobody has changed the household since it was read. */
async function finish({ _id, version }: Household): Promise<void> {
  await collection('households')
    .where({ _id, version, following: true })
    .update({
      data: {
        following: false,
        joining: command.remove(),
        reheaded: command.remove(),
        died: command.remove(),
      },
    })
}

/** Follows at once; whatever goes wrong here, jobs does it a minute later: what was asked is already done. */
export const followNow = (household: Household, configuration: Configuration, now: Date): Promise<void> =>
  follow(household, configuration, now).catch((error) => {
    console.error(JSON.stringify({ fault: 'follow', code: (error as { errCode?: unknown }).errCode }))
  })

/** What jobs does each minute: the households whose people were left behind. */
export async function followAll(configuration: Configuration, now: Date): Promise<{ followed: number }> {
  const behind = await rows<Household>(collection('households').where({ following: true }).limit(BATCH))
  for (const household of behind) await follow(household, configuration, now)
  return { followed: behind.length }
}
