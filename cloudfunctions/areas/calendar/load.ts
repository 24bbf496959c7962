import { beijing } from '../../../contract/time'
import { collection, command, rows } from '../../platform/database'
import type { CalendarYear } from './documents'
import { type Calendar, calendarOf } from './rules'

/** The calendar around an instant: its year and the next. One round trip. */
export async function loadCalendar(now: Date): Promise<Calendar> {
  const year = beijing(now).year()
  const query = collection('calendarYears')
    .where({ _id: command.in([String(year), String(year + 1)]) })
    .limit(2)
  return calendarOf(await rows<CalendarYear>(query))
}
