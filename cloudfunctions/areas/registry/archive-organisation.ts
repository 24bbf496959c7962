import { beijing } from '../../../contract/time'
import { collection, command, read, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { refuseStale } from './changing'
import type { Organisation } from './documents'
import { officersOf, thingOfOrganisation } from './organisations'
import { putOrganisation } from './put-organisation'
import { reaches, reachOf } from './scope'

/** Nine round trips. */
export const archiveOrganisation: Handler<'registry.archiveOrganisation'> = async (input, context) => {
  const { organisationId, reason } = input
  const seen = await read<Organisation>('organisations', organisationId)
  if (!seen || !reaches(reachOf(context.account, ['bureau']), seen.region)) throw new Refused('NOT_FOUND')
  const [officers, owes] = await Promise.all([
    officersOf([organisationId]),
    owesFrom(organisationId, context.now),
  ])
  return context.once(
    async (transaction) => {
      const before = await transaction.get<Organisation>('organisations', organisationId)
      if (!before || before.archived) throw new Refused('ARCHIVED')
      refuseStale(before, input)
      if (officers.length > 0) throw new Refused('HAS_OFFICERS')
      if (owes) throw new Refused('HAS_CONTRACT')
      const archived = { at: context.now.toISOString(), reason }
      await putOrganisation(transaction, before, { ...before, archived })
      return { organisationId }
    },
    undefined,
    { about: [thingOfOrganisation(seen)], reason },
  )
}

/** Whether a co-op has something to pay this year or later. One round trip. */
async function owesFrom(cooperativeId: string, now: Date): Promise<boolean> {
  const due = collection('dividendItems').where({ cooperativeId, dueYear: command.gte(beijing(now).year()) })
  return (await rows(due.limit(1))).length > 0
}
