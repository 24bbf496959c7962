import type { HandlersOf } from '../platform/dispatch'
import { get as getCalendar } from './calendar/get'
import { save as saveCalendar } from './calendar/save'
import { answer } from './consultation/answer'
import { ask } from './consultation/ask'
import { feedback } from './consultation/feedback'
import { get as getQuestion } from './consultation/get'
import { mine as myQuestions } from './consultation/mine'
import { queue } from './consultation/queue'
import { confirm } from './dividend/confirm'
import { dispute } from './dividend/dispute'
import { due } from './dividend/due'
import { get as getItem } from './dividend/get'
import { mine as myDividend } from './dividend/mine'
import { reverse } from './dividend/reverse'
import { get as getHome } from './home/get'
import { me } from './identity/me'
import { list as listMessages } from './inbox/list'
import { markRead } from './inbox/mark-read'
import { recordGrant } from './notification/record-grant'
import { people } from './registry/people'
import { cancelEnrolment } from './training/cancel-enrolment'
import { enrol } from './training/enrol'
import { get as getClass } from './training/get'
import { list as listClasses } from './training/list'
import { myEnrolments } from './training/my-enrolments'

/** What functions/api serves; the type demands one for each of its entries in the contract. */
export const handlers: HandlersOf<'api'> = {
  'home.get': getHome,
  'identity.me': me,
  'training.list': listClasses,
  'training.get': getClass,
  'training.enrol': enrol,
  'training.cancelEnrolment': cancelEnrolment,
  'training.myEnrolments': myEnrolments,
  'calendar.get': getCalendar,
  'calendar.save': saveCalendar,
  'consultation.ask': ask,
  'consultation.mine': myQuestions,
  'consultation.get': getQuestion,
  'consultation.queue': queue,
  'consultation.answer': answer,
  'consultation.feedback': feedback,
  'dividend.mine': myDividend,
  'dividend.due': due,
  'dividend.get': getItem,
  'dividend.confirm': confirm,
  'dividend.reverse': reverse,
  'dividend.dispute': dispute,
  'inbox.list': listMessages,
  'inbox.markRead': markRead,
  'notification.recordGrant': recordGrant,
  'registry.people': people,
}
