import { randomUUID } from 'node:crypto'
import type { CertificateDocument } from '../../cloudfunctions/areas/training/certificate/documents'
import { goesOn } from '../../cloudfunctions/areas/training/dates'
import {
  type EnrolmentDocument,
  type TrainingClass,
  UNTOUCHED,
} from '../../cloudfunctions/areas/training/documents'
import type { Cloud } from './cloud'

/** The store is enough: also of a browser's cloud. */
type Where = Pick<Cloud, 'emulator'>

const DAY = 24 * 3_600_000

/** A class that began yesterday, with these people in it as they stand; nobody has finished it yet. */
export function begunWith(
  cloud: Where,
  people: Record<string, EnrolmentDocument['state']>,
  some: Partial<TrainingClass> = {},
): string {
  const [model] = cloud.emulator.store.find('classes', { _id: 'class-open-5' }) as unknown as [TrainingClass]
  const yesterday = new Date(Date.now() - DAY).toISOString()
  const training: TrainingClass = {
    ...model,
    ...UNTOUCHED,
    _id: `class-${randomUUID()}`,
    sessions: model.sessions.map((session) => ({ ...session, startsAt: yesterday, endsAt: yesterday })),
    startsAt: yesterday,
    endsAt: yesterday,
    ...some,
  }
  const rows = Object.entries(people).map(([personId, state]): EnrolmentDocument => {
    const [person] = cloud.emulator.store.find('people', { _id: personId }) as unknown as [
      { name: string; village: string; villageName: string },
    ]
    return {
      _id: `${training._id}:${personId}`,
      classId: training._id,
      personId,
      personName: `旧名${person.name}`,
      village: person.village,
      villageName: person.villageName,
      state,
      enrolledAt: yesterday,
      line: '',
      change: 0,
      reminded: 0,
      title: training.title,
      topic: training.topic,
      kind: training.kind,
      startsAt: training.startsAt,
      place: training.place,
      ...goesOn(training),
    }
  })
  training.taken = rows.length
  cloud.emulator.store.insertMany('classes', [training as never])
  cloud.emulator.store.insertMany('enrolments', rows as never)
  return training._id
}

/** Changes a document as nobody's call does: a person that was renamed or merged. */
export function changed(cloud: Where, collection: string, _id: string, fields: object): void {
  const [document] = cloud.emulator.store.find(collection, { _id })
  cloud.emulator.store.insertMany(collection, [{ ...document, ...fields } as never])
}

/** Every certificate of a class. */
export const certificatesOf = (cloud: Where, classId: string): CertificateDocument[] =>
  cloud.emulator.store.find('certificates', { classId }, 1000) as unknown as CertificateDocument[]
