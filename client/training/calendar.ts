import type { ClassDetail } from '../../contract/training'
import type { CalendarEvent } from '../cloud/phone-type'

type Planned = Pick<ClassDetail, 'title' | 'phase' | 'sessions' | 'meet' | 'bring' | 'contact'>

/** What goes into the phone's calendar of a class: the next meeting that is still to come, with what one has to know. */
export function calendarEvent(training: Planned, now: number): CalendarEvent | undefined {
  // Until it has a new time there is nothing to note.
  if (training.phase === 'postponed') return undefined
  const next = training.sessions.find(({ startsAt }) => Date.parse(startsAt) > now)
  if (!next) return undefined
  const { meet, bring, contact } = training
  const notes = [meet && `集合：${meet}`, bring && `要带：${bring}`, contact && `电话：${contact}`]
  return {
    title: training.title,
    startsAt: next.startsAt,
    endsAt: next.endsAt,
    place: next.place,
    notes: notes.filter(Boolean).join('\n'),
  }
}
