import { sayTime } from '../../../../contract/time'
import type { Notice } from '../../notification/notify'
import type { EnrolmentDocument, Tell, TrainingClass } from '../documents'
import { isSeated } from '../present'
import { changedNotice } from '../tell'

/** What somebody is told of a change of their class; nothing where it concerns only the copies in their row. */
export function noticeOf(
  training: TrainingClass,
  { kind, reason }: Tell,
  row: EnrolmentDocument,
  to: Notice['to'],
  now: Date,
): Notice | undefined {
  const event = `${kind}:${training._id}:${training.change}`
  const seated = isSeated(row)
  const when = `${sayTime(training.startsAt, now)}，${training.place}`
  switch (kind) {
    case 'changed':
      return changedNotice(training, to, {
        event,
        title: '改时间地点了',
        what: '时间或地点改了',
        text: `改到${when}。原因：${reason}。${seated ? '还去不去，请点开确认一下。' : ''}`,
        note: seated ? '请点开确认还去不去' : '请点开看看',
      })
    case 'postponed':
      return changedNotice(training, to, {
        event,
        title: '推迟了',
        what: '推迟了，时间另定',
        text: `原因：${reason}。时间定了再通知，您的${seated ? '名额' : '排队'}还在。`,
        note: '时间定了再通知',
      })
    case 'cancelled':
      return changedNotice(training, to, {
        event,
        title: '取消了',
        what: '取消了，不用去',
        text: `原因：${reason}。不用去了，可以看看别的班。`,
        note: '可以看看别的班',
      })
    default:
      return undefined
  }
}
