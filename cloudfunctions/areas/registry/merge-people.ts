import type { Configuration } from '../../platform/configuration'
import { collection, command, rows, type Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { unseal } from '../../platform/secrets'
import type { EnrolmentDocument } from '../training/documents'
import { LIVE } from '../training/present'
import { hasContract } from './archive-household'
import type { Household, Person } from './documents'
import { withNumber } from './hashes'
import { droppedPerson, type Facts, mergedPerson, mergeObstacle, takesOverHousehold } from './merge'
import { thingOfPerson } from './person'
import { putHousehold } from './put-household'
import { putPerson, type Told } from './put-person'
import { homeOf, reaches, reachOf } from './scope'

/**
 * Ten round trips for two people without more; one for an account, one for a household that is taken over, and up to
 * three to find out what stands behind a head or a cadre. What is still open is handed on by jobs (leaving.ts); what is
 * done is found by the former id.
 */
export const mergePeople: Handler<'registry.mergePeople'> = async (
  { keep: keepId, drop: dropId, reason },
  context,
) => {
  const { account, now, configuration } = context
  const reach = reachOf(account, ['bureau'])
  const pair = await rows<Person>(
    collection('people')
      .where({ _id: command.in([keepId, dropId]) })
      .limit(2),
  )
  if (pair.length < 2 || pair.some((each) => !reaches(reach, homeOf(each)))) throw new Refused('NOT_FOUND')
  const seen = pair.find(({ _id }) => _id === dropId) as Person
  const facts = await factsOf(keepId, seen, now)
  return context.once(
    async (transaction) => {
      const keep = await transaction.get<Person>('people', keepId)
      const drop = await transaction.get<Person>('people', dropId)
      if (!keep || !drop) throw new Refused('NOT_FOUND')
      const obstacle = mergeObstacle(keep, drop, facts)
      if (obstacle) throw new Refused(obstacle)
      const archived = { at: now.toISOString(), reason, mergedInto: keepId }
      await putPerson(transaction, drop, droppedPerson(drop, archived), configuration)
      const merged = withNumberOf(drop, mergedPerson(keep, drop), configuration)
      await putPerson(transaction, keep, merged, configuration)
      if (drop.isHead && drop.householdId) await settleHousehold(transaction, keep, drop, merged, archived)
      return { personId: keepId }
    },
    undefined,
    { about: pair.map(thingOfPerson), reason },
  )
}

async function factsOf(keepId: string, drop: Person, now: Date): Promise<Facts> {
  const { _id, householdId, isHead, roles = [] } = drop
  const head = isHead && householdId !== undefined
  const [classes, others, contractOfDrop, cared] = await Promise.all([
    rows<EnrolmentDocument>(
      collection('enrolments')
        .where({
          personId: command.in([keepId, _id]),
          startsAt: command.gt(now.toISOString()),
          state: command.in([...LIVE]),
        })
        .limit(100),
    ),
    head
      ? rows(
          collection('people')
            .where({ householdId, _id: command.nin([_id, keepId]), archived: command.exists(false) })
            .limit(1),
        )
      : [],
    head ? hasContract(householdId, now) : false,
    roles.some(({ role }) => role === 'cadre')
      ? rows(collection('households').where({ cadreId: _id }).limit(1))
      : [],
  ])
  const bothIn = classes.length - new Set(classes.map(({ classId }) => classId)).size
  return { bothIn, othersOfDrop: others.length, contractOfDrop, caredForByDrop: cared.length }
}

/** A number that was sealed for the other id can only be opened under that. */
function withNumberOf(drop: Person, merged: Told, configuration: Configuration): Told {
  if (merged.identity || !drop.identity) return merged
  return {
    ...withNumber(merged, unseal(drop.identity, drop._id, configuration), configuration),
    birthYear: merged.birthYear,
  }
}

/** The household `drop` was head of goes to `keep`, or, if nobody is left in it, is archived with them. */
async function settleHousehold(
  transaction: Transaction,
  keep: Person,
  drop: Person,
  merged: Told,
  archived: NonNullable<Person['archived']>,
): Promise<void> {
  const household = await transaction.get<Household>('households', drop.householdId ?? '')
  if (household?.headId !== drop._id) return
  if (takesOverHousehold(keep, drop))
    await putHousehold(transaction, household, { ...household, headId: keep._id }, merged)
  else
    await putHousehold(transaction, household, {
      ...household,
      archived: { at: archived.at, reason: archived.reason },
    })
}
