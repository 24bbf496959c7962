import { randomUUID } from 'node:crypto'
import {
  type EnrolmentDocument,
  type TrainingClass,
  UNTOUCHED,
} from '../../cloudfunctions/areas/training/documents'
import type { Cloud } from './cloud'
import { desk } from './training-desk'

const DAY = 24 * 3_600_000

/** A class that began yesterday, with these people in it as they stand; nobody has finished it yet. */
export function begunWith(
  cloud: Cloud,
  people: Record<string, EnrolmentDocument['state']>,
  some: Partial<TrainingClass> = {},
): string {
  const model = desk(cloud).classOf('class-open-5')
  const yesterday = new Date(Date.now() - DAY).toISOString()
  const training: TrainingClass = {
    ...model,
    ...UNTOUCHED,
    _id: `class-${randomUUID()}`,
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
    }
  })
  training.taken = rows.length
  cloud.emulator.store.insertMany('classes', [training as never])
  cloud.emulator.store.insertMany('enrolments', rows as never)
  return training._id
}

/** Changes a document as nobody's call does: a person that was renamed or merged. */
export function changed(cloud: Cloud, collection: string, _id: string, fields: object): void {
  const [document] = cloud.emulator.store.find(collection, { _id })
  cloud.emulator.store.insertMany(collection, [{ ...document, ...fields } as never])
}
