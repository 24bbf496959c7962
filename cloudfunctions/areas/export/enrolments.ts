import { beijing } from '../../../contract/time'
import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { reachOf } from '../registry/scope'
import type { EnrolmentDocument, TrainingClass } from '../training/documents'
import { column, exported, inWords } from './file'
import { inOrder, oneAfterAnother, within } from './pages'

const ROLES = ['bureau'] as const
const STATES: Record<string, string> = {
  enrolled: '已报名',
  attended: '已到',
  absent: '没到',
  cancelled: '已取消',
}

/** Everybody of the operator's region who signed up for a class; those who cancelled too. */
export const enrolments: Handler<'export.enrolments'> = async ({ classId }, context) => {
  const training = await read<TrainingClass>('classes', classId)
  if (!training) throw new Refused('NOT_FOUND')
  const scopes = reachOf(context.account, ROLES)
  const asked = (scope: string) => () =>
    inOrder<EnrolmentDocument>(
      'enrolments',
      { classId, village: within(scope) },
      'personId',
      ({ personId }) => personId,
    )
  return exported<EnrolmentDocument>(
    {
      name: '报名',
      filter: inWords({ 培训班: training.title }),
      pages: oneAfterAnother(scopes.map(asked)),
      columns: [
        column('培训班', 30, ({ title }) => title),
        column('姓名', 14, ({ personName }) => personName),
        column('村的编码', 16, ({ village }) => village),
        column('报名', 10, ({ state }) => STATES[state] ?? state),
        column('报名时间', 18, ({ enrolledAt }) => beijing(enrolledAt).format('YYYY-MM-DD HH:mm')),
        column('谁替报的', 12, ({ by }) => by?.name),
      ],
    },
    ROLES,
    context,
  )
}
