import { beijing } from '../../../contract/time'
import type { EnrolmentState } from '../../../contract/training/words'
import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { EnrolmentDocument, TrainingClass } from '../training/documents'
import { mayPlan } from '../training/may-plan'
import { column, exported, inWords } from './file'
import { inOrder } from './pages'

const STATES: Record<EnrolmentState, string> = {
  enrolled: '已报名',
  attended: '已到',
  absent: '没到',
  pending: '等审核',
  waiting: '排队等名额',
  offered: '有名额，等回话',
  cancelled: '已取消',
  declined: '不要名额',
  lapsed: '没有回话',
  refused: '没有通过',
}

/** Everybody in a class one plans, whatever became of it; as training.roster shows them. */
export const enrolments: Handler<'export.enrolments'> = async ({ classId }, context) => {
  const training = await read<TrainingClass>('classes', classId)
  if (!training || !mayPlan(context.account, training)) throw new Refused('NOT_FOUND')
  return exported<EnrolmentDocument>(
    {
      name: '报名',
      filter: inWords({ 培训班: training.title }),
      pages: inOrder<EnrolmentDocument>('enrolments', { classId }, 'personId', ({ personId }) => personId),
      columns: [
        column('培训班', 30, ({ title }) => title),
        column('姓名', 14, ({ personName }) => personName),
        column('村', 18, ({ villageName, village }) => villageName ?? village),
        column('报名', 16, ({ state }) => STATES[state]),
        column('报名时间', 18, ({ enrolledAt }) => beijing(enrolledAt).format('YYYY-MM-DD HH:mm')),
        column('谁替报的', 12, ({ by }) => by?.name),
        column('原因', 24, ({ reason }) => reason),
      ],
    },
    ['bureau', 'expert'],
    context,
  )
}
