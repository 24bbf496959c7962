import { calendarFile } from './calendar-file'
import type { PhoneEdge } from './phone-type'
import { save } from './save.h5'

export const openSettings: PhoneEdge['openSettings'] = async () => undefined

export const addToCalendar: PhoneEdge['addToCalendar'] = async (event) => {
  const file = URL.createObjectURL(new Blob([calendarFile(event)], { type: 'text/calendar' }))
  save(file, '上课.ics')
  setTimeout(() => URL.revokeObjectURL(file), 60_000)
  return true
}
