import { collection, rows } from '../../../platform/database'
import { pipeline } from '../../../platform/pipeline'
import { type EnrolmentDocument, enrolmentId, type TrainingClass } from '../documents'

/**
 * A class and somebody's row in it, in one round trip. In a write it is read beside the transaction, after its first step:
 * a row that has changed since is refused when it is written (see look.ts).
 */
export async function rowIn(
  classId: string,
  personId: string,
): Promise<{ training?: TrainingClass; row?: EnrolmentDocument }> {
  const mine = pipeline()
    .match({ _id: enrolmentId(classId, personId) })
    .limit(1)
    .done()
  const query = collection('classes')
    .aggregate()
    .match({ _id: classId })
    .lookup({ from: 'enrolments', pipeline: mine, as: 'mine' } as never)
  const [found] = await rows<TrainingClass & { mine: EnrolmentDocument[] }>({
    get: async () => ({ data: ((await query.end()) as unknown as { list: never[] }).list }),
  })
  if (!found) return {}
  const { mine: [row] = [], ...training } = found
  return { training, row }
}
