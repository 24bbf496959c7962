import { dayOf } from '../../../contract/time'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { RearingContract } from '../dividend/documents'
import { endsOn } from '../dividend/rules'
import { changeHousehold } from './change-household'

/** Nine round trips. Whoever adds somebody to it meanwhile changes its version, so that this has to look again. */
export const archiveHousehold: Handler<'registry.archiveHousehold'> = async (input, context) => {
  const { householdId, reason } = input
  const { now } = context
  const [living, running] = await Promise.all([isLivedIn(householdId), hasContract(householdId, now)])
  const archived = { at: now.toISOString(), reason }
  await changeHousehold(
    input,
    context,
    async (_, household) => {
      if (living) throw new Refused('STILL_LIVED_IN')
      if (running) throw new Refused('HAS_CONTRACT')
      return { after: { ...household, archived } }
    },
    reason,
  )
  return { householdId }
}

const isLivedIn = async (householdId: string): Promise<boolean> =>
  (
    await rows(
      collection('people')
        .where({ householdId, archived: command.exists(false) })
        .limit(1),
    )
  ).length > 0

/** Whether a household has a contract that has not ended. One round trip. */
export async function hasContract(householdId: string, now: Date): Promise<boolean> {
  const [newest] = await rows<RearingContract>(
    collection('rearingContracts').where({ householdId }).orderBy('startsOn', 'desc').limit(1),
  )
  return newest !== undefined && endsOn(newest) >= dayOf(now)
}
