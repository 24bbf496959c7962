// Addresses of planning, each with what its page reads from it.

const TRAINING = '/desk/training'

export const homePage = `${TRAINING}/home/index`
/** Where one class stands, and everything one can do with it. */
export const classPage = (classId: string): string => `${TRAINING}/class/index?id=${classId}`
/** The form, at a step; without a class it makes one. */
export const editPage = (classId?: string, step?: string): string =>
  `${TRAINING}/edit/index?${classId ? `id=${classId}` : ''}${step ? `&step=${step}` : ''}`
export const rosterPage = (classId: string, state = 'enrolled'): string =>
  `${TRAINING}/roster/index?id=${classId}&state=${state}`
export const linePage = (classId: string): string => `${TRAINING}/line/index?id=${classId}`
export const timePage = (classId: string): string => `${TRAINING}/time/index?id=${classId}`
export const seatsPage = (classId: string): string => `${TRAINING}/seats/index?id=${classId}`
export const stopPage = (classId: string, what: 'postpone' | 'cancel'): string =>
  `${TRAINING}/stop/index?id=${classId}&what=${what}`
export const calendarPage = `${TRAINING}/calendar/index`
/** Where several places, or several teachers, are chosen; they come back under the name `asked` (see handed.ts). */
export const placesPage = (asked: string): string => `${TRAINING}/places/index?for=${asked}`
export const teachersPage = (asked: string): string => `${TRAINING}/teachers/index?for=${asked}`
/** The attendances of a year. */
export const countsPage = `${TRAINING}/counts/index`
/** The attendances behind one of its numbers; `name` and `count` as they were read there. */
export const countRowsPage = (line: {
  year: number
  by: string
  key: string
  name: string
  count: number
}): string =>
  `${TRAINING}/count-rows/index?year=${line.year}&by=${line.by}&key=${line.key}&name=${encodeURIComponent(line.name)}&count=${line.count}`
