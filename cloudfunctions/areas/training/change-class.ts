import type { Thing } from '../../../contract/audit'
import { checkText } from '../../platform/content'
import type { KnownContext } from '../../platform/context'
import { command } from '../../platform/database'
import { Refused } from '../../platform/refusal'
import type { Tell, TrainingClass } from './documents'
import { mayPlan } from './may-plan'
import { phaseOf } from './rules'

export const aboutClass = ({
  _id,
  title,
  region,
}: Pick<TrainingClass, '_id' | 'title' | 'region'>): Thing => ({
  kind: 'class',
  id: _id,
  name: title,
  place: region === '' ? undefined : region,
})

/**
 * Graver news swallows lighter: who was not told the first change is told the second. That a class is put off and that it
 * has another time weigh the same: what was said last holds.
 */
const GRAVITY: Record<Tell['kind'], number> = {
  copied: 0,
  changed: 1,
  postponed: 1,
  cancelled: 2,
  finished: 3,
}

/** Marks a class so that jobs tells everybody in it. A silent change never hides one that is still to be told. */
export function telling({ change, tell }: TrainingClass, next: Tell): Pick<TrainingClass, 'change' | 'tell'> {
  const graver = tell && GRAVITY[tell.kind] > GRAVITY[next.kind]
  return { change: change + 1, tell: graver ? tell : next }
}

/** A field that is to go has `undefined`. */
export type Changes = { [F in keyof TrainingClass]?: TrainingClass[F] | undefined }

/**
 * Changes a class as one of those who plan it: out of scope and nothing at all look the same (NOT_FOUND). A reason is
 * read by others, so WeChat checks it. Six round trips.
 */
export async function changeClass(
  { classId, reason }: { classId: string; reason?: string | undefined },
  { account, openid, once, now }: KnownContext,
  work: (training: TrainingClass) => Changes,
) {
  await checkText(openid, reason ?? '')
  const about: Thing[] = []
  return once(
    async (transaction) => {
      const training = await transaction.get<TrainingClass>('classes', classId)
      if (!training || !mayPlan(account, training)) throw new Refused('NOT_FOUND')
      // The list that `told` holds: its name is known only here.
      about.splice(0, about.length, aboutClass(training))
      const changes: Changes = { ...work(training), version: training.version + 1 }
      await transaction.update(
        'classes',
        classId,
        Object.fromEntries(
          Object.entries(changes).map(([field, value]) => [field, value ?? command.remove()]),
        ),
      )
      const next = { ...training, ...changes } as TrainingClass
      return { classId, version: next.version, phase: phaseOf(next, now) }
    },
    undefined,
    { about, reason },
  )
}
