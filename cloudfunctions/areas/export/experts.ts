import { SUBJECT } from '../../../contract/consultation'
import { TOPIC_NAMES } from '../../../contract/training'
import { command, inRegion } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import type { Expert } from '../expert/documents'
import { wordsAsked } from '../expert/rules'
import { reachOf } from '../registry/scope'
import { column, exported, inWords } from './file'
import { inOrder, oneAfterAnother } from './pages'

const ROLES = ['bureau', 'admin'] as const

/** The directory of the caller's counties. */
export const experts: Handler<'export.experts'> = async ({ field, crop, township }, context) => {
  const words = wordsAsked({
    ...(field ? { field } : {}),
    ...(crop ? { crop } : {}),
    ...(township ? { township } : {}),
  })
  const scopes = reachOf(context.account, ROLES)
  const asked = (scope: string) => () =>
    inOrder<Expert>(
      'experts',
      { search: command.in(words), order: inRegion(scope) },
      'order',
      ({ order }) => order,
    )
  return exported<Expert>(
    {
      name: '专家',
      filter: inWords({
        领域: field && TOPIC_NAMES[field],
        品种: crop && SUBJECT[crop].name,
        到: township,
      }),
      pages: oneAfterAnother(scopes.map(asked)),
      columns: [
        column('姓名', 14, ({ name }) => name),
        column('职称', 14, ({ title }) => title),
        column('领域', 24, ({ fields }) => fields.map((each) => TOPIC_NAMES[each]).join('、')),
        column('熟悉的品种', 30, ({ crops }) => crops.map((each) => SUBJECT[each].name).join('、')),
        column('公开的电话', 16, ({ phone }) => phone),
        column('接不接问题', 12, ({ available }) => (available ? '接' : '暂停')),
        column('手上的问题', 12, ({ open }) => ({ number: open })),
        column('最多同时答', 12, ({ maxOpen }) => ({ number: maxOpen })),
        column('简介', 40, ({ introduction }) => introduction),
      ],
    },
    ROLES,
    context,
  )
}
