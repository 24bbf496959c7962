import * as z from 'zod'
import { day, text } from './fields'
import { known, operation } from './operation'

/** A time of day in Beijing, HH:MM. */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间请写成 09:00 这样')
const year = z.int().min(2020).max(2100)

const stretch = z.strictObject({ from: clock, until: clock })
const holiday = z.strictObject({ name: text(20, 1, '请写节日的名字'), from: day, until: day })

/**
 * A year as the State Council arranges it (国务院办公厅关于节假日安排的通知, each November for the next year): holidays, days of
 * a weekend that are worked instead, and the bureau's hours of a working day.
 */
const yearPlan = {
  holidays: z.array(holiday).max(20),
  workdays: z.array(day).max(20),
  hours: z.array(stretch).min(1, '请写上班时间').max(4),
}

/** The working days of a year, for deadlines in working hours. */
export const calendarGet = operation({
  name: 'calendar.get',
  function: 'api',
  by: known('all'),
  writes: false,
  actsFor: false,
  input: z.strictObject({ year }),
  output: z.object({
    year: z.int(),
    /** False: nobody has entered this year; Monday to Friday is what counts, and `warning` says so. */
    entered: z.boolean(),
    warning: z.string().optional(),
    version: z.int(),
    ...yearPlan,
  }),
  errors: [],
})

/** Enters or replaces a year. */
export const calendarSave = operation({
  name: 'calendar.save',
  function: 'api',
  by: { bureau: 'all', admin: 'all' },
  writes: true,
  actsFor: false,
  /** `version`: of the year as it was shown; 0 where it has not been entered. */
  input: z.strictObject({ year, version: z.int().min(0).max(1_000_000), ...yearPlan }),
  output: z.object({ year: z.int(), version: z.int() }),
  errors: ['STALE'],
})
