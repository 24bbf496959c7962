import type { ClassDetail } from '../../contract/training'
import { addToCalendar, openSettings } from '../cloud/phone'
import { GhostButton } from '../components'
import { confirm, done } from '../dialog'
import { calendarEvent } from './calendar'
import { isSeated } from './standing'

/** Puts a class one goes to into the phone's calendar, with a reminder the evening before. */
export function CalendarButton({ training }: { training: ClassDetail }) {
  const event =
    isSeated(training.standing) || training.standing === 'attended'
      ? calendarEvent(training, Date.now())
      : undefined
  if (!event) return null
  const press = async () => {
    if (await addToCalendar(event)) return done('记到日历了')
    const open = await confirm(
      '没有记',
      '要记到日历，请在设置里允许“添加到日历”，再按一次。',
      '去设置',
      '先不记',
    )
    if (open) await openSettings()
  }
  return (
    <GhostButton sign="calendar" onPress={press}>
      记到手机日历
    </GhostButton>
  )
}
