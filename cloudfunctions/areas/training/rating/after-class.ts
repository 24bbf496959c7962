import { dayOf } from '../../../../contract/time'
import { CERTIFICATE_TITLES, sessionsNeeded } from '../../../../contract/training/certificate-words'
import { idsOf, type KnownContext } from '../../../platform/context'
import { collection, command, read, rows } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { temporaryUrls } from '../../../platform/files'
import { Refused } from '../../../platform/refusal'
import { type EnrolmentDocument, enrolmentId, type TrainingClass } from '../documents'
import type { Rating } from './documents'
import { rateUntil } from './rules'

/** Two round trips: whether they attended, then the class and what they said beside each other. */
export const afterClass: Handler<'training.afterClass'> = async ({ classId }, { subject, now }) => {
  const row = await attendance(classId, subject)
  const [training, rating] = await Promise.all([
    read<TrainingClass>('classes', classId),
    read<Rating>('ratings', row._id),
  ])
  if (!training) throw new Refused('NOT_FOUND')
  const urls = await temporaryUrls(training.materials.map(({ file }) => file))
  return {
    classId,
    title: training.title,
    kind: training.kind,
    day: dayOf(training.startsAt),
    place: training.place,
    teachers: training.teachers.map(({ expertId, name, title }) => ({ expertId, name, title })),
    materials: training.materials.map(({ name, file }) => ({ name, url: urls.get(file) })),
    certificate: row.certificate,
    certificateVoid: row.certificateVoid ?? false,
    towards: row.certificate ? undefined : towards(row, training),
    rating: rating ? { stars: rating.stars, words: rating.words || undefined } : undefined,
    rateUntil: rateUntil(training, row, rating, now),
  }
}

/** What a certificate takes, of a class that gives one. */
function towards(row: EnrolmentDocument, training: TrainingClass) {
  if (!CERTIFICATE_TITLES[training.kind]) return undefined
  const needed = sessionsNeeded(training.sessions.length)
  // Who was noted as there without a session was there once.
  const attended = Math.max(1, row.present?.length ?? 0)
  const over = training.state === 'finished'
  // Of a class from before there were certificates nothing is promised.
  if (over && attended >= needed && !training.toCertify) return undefined
  return { attended, needed, over }
}

/** Their row, under whichever id they had then; who was not there has nothing after it. One round trip. */
export async function attendance(
  classId: string,
  subject: KnownContext['subject'],
): Promise<EnrolmentDocument> {
  const ids = idsOf(subject).map((id) => enrolmentId(classId, id))
  const found = await rows<EnrolmentDocument>(
    collection('enrolments')
      .where({ _id: command.in(ids), state: 'attended' })
      .limit(1),
  )
  if (!found[0]) throw new Refused('NOT_ATTENDED')
  return found[0]
}
