import { certify } from '../certificate/issue'
import type { JobContext } from './context'
import { countAttendances } from './count'
import { expireOffers } from './expire'
import { offerSeats } from './offer'
import { releaseSeats } from './release'
import { remind } from './remind'
import { tellPeople } from './tell-people'

/**
 * What training does each minute, one after the other: what was not answered or is released is offered in the same run.
 * One part's failure does not stop the others; the first is thrown at the end.
 */
export async function trainingJobs(context: JobContext): Promise<Record<string, number>> {
  const done: Record<string, number> = {}
  const failures: unknown[] = []
  for (const job of [tellPeople, releaseSeats, expireOffers, offerSeats, remind, countAttendances, certify])
    await job(context).then(
      (counts) => Object.assign(done, counts),
      (error) => failures.push(error),
    )
  if (failures.length > 0) throw failures[0]
  return done
}
