import { actName } from '../../../contract/act-names'
import { beijing } from '../../../contract/time'
import type { Handler } from '../../platform/dispatch'
import type { AuditDocument } from '../audit/documents'
import { askedOf } from '../audit/search'
import { column, exported, inWords } from './file'
import { inOrder } from './pages'

/** What a search of the log finds, oldest first. */
export const audit: Handler<'export.audit'> = async (input, context) => {
  const { who, about, operation, from, to } = input
  return exported<AuditDocument>(
    {
      name: '操作记录',
      filter: inWords({ 谁: who, 关于: about, 做了: operation && actName(operation), 从: from, 到: to }),
      pages: inOrder<AuditDocument>('audit', askedOf(input, context), 'at', ({ at }) => at),
      columns: [
        column('时间', 20, ({ at }) => beijing(at).format('YYYY-MM-DD HH:mm:ss')),
        column('谁', 14, ({ who }) => who.name),
        column('替谁办', 14, ({ forWhom }) => forWhom?.name),
        column('做了什么', 26, ({ operation }) => actName(operation)),
        column('关于', 24, ({ about }) => about.name),
        column('理由', 40, ({ reason }) => reason),
      ],
    },
    ['bureau', 'admin'],
    context,
  )
}
