import { CLASS_PAGE } from '../../../../contract/pages'
import { sceneOfClass } from '../../../../contract/training/class-scene'
import type { Phase } from '../../../../contract/training/words'
import { codePicture, dataUrl } from '../../../platform/code-picture'
import { read } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { Refused } from '../../../platform/refusal'
import type { TrainingClass } from '../documents'
import { phaseOf } from '../rules'

/** A notice is read from some way off: larger than WeChat's least. */
const WIDTH = 430

/** Nobody is asked to come to these. */
const NO_NOTICE: Partial<Record<Phase, string>> = {
  cancelled: '这个班取消了，不用再贴通知。',
  finished: '这个班结束了，不用再贴通知。',
  postponed: '这个班推迟了，时间定了再来做海报。',
}

/** One round trip, and an exchange with WeChat. */
export const classCode: Handler<'training.classCode'> = async ({ classId }, { configuration, now }) => {
  const training = await read<TrainingClass>('classes', classId)
  if (!training || training.state === 'draft') throw new Refused('NOT_FOUND')
  const why = NO_NOTICE[phaseOf(training, now)]
  if (why) throw new Refused('CLASS_STATE', why)
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
