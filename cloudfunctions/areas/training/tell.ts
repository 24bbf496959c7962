import { sayDate } from '../../../contract/time'
import { field } from '../notification/fields'
import type { Notice } from '../notification/notify'
import { enrolmentId, type Session, type TrainingClass } from './documents'

/** Whom: with the openid where WeChat reaches them. */
type To = Notice['to']
type About = Pick<TrainingClass, '_id' | 'title' | 'startsAt' | 'endsAt' | 'place' | 'meet' | 'bring'>

const page = (classId: string): string => `/training/class/index?id=${classId}`
const said = (...parts: string[]): string => `${parts.filter((part) => part !== '').join('，')}。`
const whenAndWhere = (training: Pick<About, 'startsAt' | 'place'>, now: Date): string =>
  `${sayDate(training.startsAt, now)}，${training.place}`

/** A seat is theirs, or theirs once it is approved. Enrolling again after a cancellation is another event. */
export const enrolledNotice = (training: About, to: To, pending: boolean, now: Date): Notice => ({
  event: `enrolled:${training._id}:${now.getTime()}`,
  to,
  row: enrolmentId(training._id, to.id),
  title: `${pending ? '报了名，等审核' : '已报名'}：${training.title}`,
  text: `${whenAndWhere(training, now)}。${said(training.meet)}`,
  page: page(training._id),
  until: training.endsAt,
  template: {
    kind: 'enrolled',
    values: {
      thing1: field.thing(training.title),
      time2: field.time(training.startsAt),
      thing3: field.thing(training.place),
      thing4: field.thing(pending ? '等审核，定了会通知' : training.bring),
    },
  },
})

/** They stand in line. No message on the phone: they have just done it. */
export const waitingNotice = (training: About, to: To, place: number, words: string, now: Date): Notice => ({
  event: `waiting:${training._id}:${now.getTime()}`,
  to,
  row: enrolmentId(training._id, to.id),
  title: `排上队了：${training.title}`,
  text: `排在第 ${place} 位。${words}。轮到您会通知。`,
  page: page(training._id),
  until: training.endsAt,
})

/** Until when a seat is held for somebody in line, and what they can do. */
export const heldWords = (until: string, now: Date): string =>
  `名额给您留到 ${sayDate(until, now)}。去的话请点“我要去”，不去请点“让给别人”。`

export const offerNotice = (
  training: About,
  to: To,
  offer: { id: string; until: string },
  now: Date,
): Notice => ({
  event: `offer:${offer.id}`,
  to,
  row: enrolmentId(training._id, to.id),
  title: `有名额了：${training.title}`,
  text: heldWords(offer.until, now),
  page: page(training._id),
  until: offer.until,
  template: {
    kind: 'offer',
    values: {
      thing1: field.thing(training.title),
      time2: field.time(training.startsAt),
      time3: field.time(offer.until),
      thing4: field.thing('请点开确认去不去'),
    },
  },
})

/** A change everybody has to know: `what` in a few words, `text` in a sentence. */
export const changedNotice = (
  training: About,
  to: To,
  {
    event,
    title,
    what,
    text,
    note,
  }: { event: string; title: string; what: string; text: string; note: string },
): Notice => ({
  event,
  to,
  row: enrolmentId(training._id, to.id),
  title: `${title}：${training.title}`,
  text,
  page: page(training._id),
  until: training.endsAt,
  template: {
    kind: 'changed',
    values: {
      thing1: field.thing(training.title),
      thing2: field.thing(what),
      time3: field.time(training.startsAt),
      thing4: field.thing(note),
    },
  },
})

/** Of one session, the next: each may be on its own day and in its own place. */
export const reminderNotice = (
  training: About,
  session: Session,
  to: To,
  number: number,
  now: Date,
): Notice => ({
  event: `remind:${training._id}:${number}`,
  to,
  row: enrolmentId(training._id, to.id),
  title: `快上课了：${training.title}`,
  text: `${whenAndWhere(session, now)}。${said(training.meet, training.bring)}`,
  page: page(training._id),
  until: session.endsAt,
  template: {
    kind: 'reminder',
    values: {
      thing1: field.thing(training.title),
      time2: field.time(session.startsAt),
      thing3: field.thing(session.place),
      thing4: field.thing(training.bring),
    },
  },
})

/** Something that concerns one person only, in the inbox. */
export const plainNotice = (training: About, to: To, event: string, title: string, text: string): Notice => ({
  event,
  to,
  row: enrolmentId(training._id, to.id),
  title: `${title}：${training.title}`,
  text,
  page: page(training._id),
  until: training.endsAt,
})
