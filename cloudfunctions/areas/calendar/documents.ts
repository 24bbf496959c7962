/** `calendarYears`, _id = the year: what the bureau entered of the State Council's arrangement. Days are Beijing days. */
export interface CalendarYear {
  _id: string
  holidays: { name: string; from: string; until: string }[]
  /** Saturdays and Sundays that are worked. */
  workdays: string[]
  /** Stretches of a working day, Beijing time, HH:MM. */
  hours: { from: string; until: string }[]
  version: number
}
