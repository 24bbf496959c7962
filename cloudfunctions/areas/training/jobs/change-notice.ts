import { sayDate } from '../../../../contract/time'
import type { Notice } from '../../notification/notify'
import type { EnrolmentDocument, Tell, TrainingClass } from '../documents'
import { isSeated } from '../present'
import { changedNotice, heldWords } from '../tell'

/** What stays theirs while a class is put off; who has been to a session of it has no more to keep. */
const KEPT: Partial<Record<EnrolmentDocument['state'], string>> = {
  enrolled: '时间定了再通知，您的名额还在。',
  pending: '时间定了再通知，您的名额还在。',
  waiting: '时间定了再通知，您的排队还在。',
  offered: '给您留的名额还在，不会过期。时间定了再通知，到时再定去不去。',
}

/** Until when the seat is held that was offered to them; nothing for who has no offer. */
const offerWords = ({ offer }: Pick<EnrolmentDocument, 'offer'>, now: Date): string =>
  offer?.until ? heldWords(offer.until, now) : ''

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
  const when = `${sayDate(training.startsAt, now)}，${training.place}`
  switch (kind) {
    case 'changed':
      return changedNotice(training, to, {
        event,
        title: '改时间地点了',
        what: '时间或地点改了',
        text: `改到 ${when}。原因：${reason}。${seated ? '还去不去，请点开确认一下。' : offerWords(row, now)}`,
        note: seated ? '请点开确认还去不去' : row.state === 'offered' ? '请点开确认去不去' : '请点开看看',
      })
    case 'postponed':
      return changedNotice(training, to, {
        event,
        title: '推迟了',
        what: '推迟了，时间另定',
        text: `原因：${reason}。${KEPT[row.state] ?? '时间定了再通知。'}`,
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
