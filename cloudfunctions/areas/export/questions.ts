import { SUBJECT } from '../../../contract/consultation'
import { beijing } from '../../../contract/time'
import { inRegion } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import type { Question } from '../consultation/documents'
import { reachOf } from '../registry/scope'
import { column, exported, inWords } from './file'
import { inOrder, oneAfterAnother } from './pages'
import { between } from './period'

const ROLES = ['bureau'] as const
const STATES = { waiting: '等专家回复', answered: '等农户说管不管用', resolved: '已办结' } as const

/** The questions of the operator's region, with the last answer; photos are not in it. */
export const questions: Handler<'export.questions'> = async ({ state, from, until }, context) => {
  const days = between(from, until)
  const asked = (scope: string) => () =>
    inOrder<Question>(
      'questions',
      { 'person.village': inRegion(scope), ...(state ? { state } : {}), ...(days ? { askedAt: days } : {}) },
      'person.village',
      ({ person }) => person.village,
    )
  return exported<Question>(
    {
      name: '咨询',
      filter: inWords({ 状态: state && STATES[state], 从: from, 到: until }),
      pages: oneAfterAnother(reachOf(context.account, ROLES).map(asked)),
      columns: [
        column('哪天问的', 18, ({ askedAt }) => beijing(askedAt).format('YYYY-MM-DD HH:mm')),
        column('谁问的', 14, ({ person }) => person.name),
        column('村', 18, ({ person }) => person.villageName),
        column('问什么', 12, ({ subject }) => SUBJECT[subject].name),
        column('紧急', 8, ({ danger }) => (danger ? '是' : '')),
        column('内容', 50, ({ text }) => text),
        column('专家', 14, ({ expert }) => expert.name),
        column('状态', 18, (question) => STATES[question.state]),
        column('专家的话', 50, ({ entries }) => entries.findLast(({ kind }) => kind === 'answer')?.text),
      ],
    },
    ROLES,
    context,
  )
}
