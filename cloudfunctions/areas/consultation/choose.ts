import { countyOf, townshipOf } from '../../../contract/regions'
import { dayOf, sayDay } from '../../../contract/time'
import type { Topic } from '../../../contract/training'
import { idsOf, type KnownContext, ownIds } from '../../platform/context'
import { collection, read, rows } from '../../platform/database'
import { Refused } from '../../platform/refusal'
import type { Expert } from '../expert/documents'
import { takes } from '../expert/rules'
import { expertsFor } from './rules'

/** Experts looked at, those with the fewest open questions: of the township, and of the whole field. */
const NEAR = 20
const CHOICE = 100

/** Who may get the question, best first; never empty. One round trip for a certain expert, two to find one. */
export async function candidatesFor(
  { field, village, expertId }: { field: Topic; village: string; expertId?: string | undefined },
  context: KnownContext,
): Promise<Expert[]> {
  const { account, subject, now } = context
  // Nobody is sent a question of their own.
  const not = [...ownIds(account), ...idsOf(subject)]
  if (expertId !== undefined) {
    const asked = await read<Expert>('experts', expertId)
    if (!asked || asked.archived || not.includes(asked.personId)) throw new Refused('NOT_FOUND')
    if (asked.region !== countyOf(village)) throw new Refused('EXPERT_ELSEWHERE')
    refuseAway(asked, now)
    return [asked]
  }
  const found = expertsFor(await expertsNear(field, village), village, dayOf(now), not)
  if (found.length === 0) throw new Refused('NO_EXPERT')
  return found
}

/** Refuses, with the reason, an expert who takes no question now. */
export function refuseAway(expert: Expert, now: Date): void {
  const { now: free, why, until } = takes(expert, dayOf(now))
  if (free) return
  if (why === 'full') throw new Refused('EXPERT_FULL')
  throw until
    ? new Refused('EXPERT_AWAY', `这位专家请假到${sayDay(until, now)}。请另选一位，或者让系统派一位。`)
    : new Refused('EXPERT_AWAY')
}

/**
 * Who could answer. The township's own are asked for by themselves: with more experts than one query returns, they
 * would be missing among those with the fewest open questions.
 */
async function expertsNear(field: Topic, village: string): Promise<Expert[]> {
  const region = countyOf(village)
  const [near, all] = await Promise.all([
    expertsWhere(field, { region, townships: townshipOf(village) }, NEAR),
    expertsWhere(field, { region }, CHOICE),
  ])
  return [...near, ...all]
}

/** A question of no field may go to anybody. */
const expertsWhere = (field: Topic, more: object, limit: number): Promise<Expert[]> =>
  rows<Expert>(
    collection('experts')
      .where({ ...(field === 'other' ? {} : { fields: field }), available: true, ...more })
      .orderBy('open', 'asc')
      .limit(limit),
  )
