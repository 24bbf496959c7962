import { CLASS_PAGE } from '../../../../contract/pages'
import { sceneOfClass } from '../../../../contract/training/class-scene'
import { codePicture, dataUrl } from '../../../platform/code-picture'
import { read } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { Refused } from '../../../platform/refusal'
import type { TrainingClass } from '../documents'

/** A notice is read from some way off: larger than WeChat's least. */
const WIDTH = 430

/** One round trip, and an exchange with WeChat. */
export const classCode: Handler<'training.classCode'> = async ({ classId }, { configuration }) => {
  const training = await read<TrainingClass>('classes', classId)
  if (!training || training.state === 'draft') throw new Refused('NOT_FOUND')
  if (training.state === 'cancelled') throw new Refused('CLASS_STATE')
  const scene = sceneOfClass(classId)
  const picture = scene && (await codePicture({ scene, page: CLASS_PAGE }, configuration, WIDTH))
  if (!picture) throw new Refused('BUSY')
  const { title, kind, startsAt, endsAt, days, place, meet, bring, costs, contact, signUpClosesAt } = training
  return {
    picture: dataUrl(picture),
    ...{ title, kind, startsAt, endsAt, days, place, meet, bring, costs, contact, signUpClosesAt },
    minAge: training.minAge,
    sessions: training.sessions.map(({ startsAt, endsAt, place }) => ({ startsAt, endsAt, place })),
    teachers: training.teachers.map(({ name }) => name),
    openTo: training.openTo.map(({ name }) => name),
  }
}
