import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import type { CalendarYear } from './documents'
import { USUAL_HOURS } from './rules'

/** One round trip. */
export const get: Handler<'calendar.get'> = async ({ year }) => {
  const found = await read<CalendarYear>('calendarYears', String(year))
  if (!found)
    return {
      year,
      entered: false,
      warning: `${year} 年的放假和调休还没有填，先按周一到周五算。国务院公布以后请填上。`,
      version: 0,
      holidays: [],
      workdays: [],
      hours: USUAL_HOURS,
    }
  const { holidays, workdays, hours, version } = found
  return { year, entered: true, version, holidays, workdays, hours }
}
