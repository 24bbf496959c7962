import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { CalendarYear } from './documents'
import { yearFaults } from './rules'

/** Six round trips. Deadlines that were told stay as they were told. */
export const save: Handler<'calendar.save'> = async (
  { year, version, holidays, workdays, hours },
  { once },
) => {
  const faults = yearFaults(year, { holidays, workdays, hours })
  if (Object.keys(faults).length > 0) throw new Refused('INVALID_INPUT', undefined, faults)
  return once(async (transaction) => {
    const found = await transaction.get<CalendarYear>('calendarYears', String(year))
    if ((found?.version ?? 0) !== version) throw new Refused('STALE')
    const next = { _id: String(year), holidays, workdays, hours, version: version + 1 }
    await transaction.set<CalendarYear>('calendarYears', next)
    return { year, version: version + 1 }
  })
}
