import { actName } from '../../../contract/act-names'
import { beijing } from '../../../contract/time'
import { command } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import type { AuditDocument } from '../audit/documents'
import { EVERYWHERE, reachOf } from '../registry/scope'
import { column, exported, inWords } from './file'
import { inOrder } from './pages'
import { between } from './period'

const ROLES = ['bureau', 'admin'] as const

/** The log of the caller's regions, oldest first. */
export const audit: Handler<'export.audit'> = async ({ from, until }, context) => {
  const scopes = reachOf(context.account, ROLES)
  const days = between(from, until)
  const asked = {
    ...(scopes.includes(EVERYWHERE) ? {} : { places: scopes.length === 1 ? scopes[0] : command.in(scopes) }),
    ...(days ? { at: days } : {}),
  }
  return exported<AuditDocument>(
    {
      name: '操作记录',
      filter: inWords({ 从: from, 到: until }),
      pages: inOrder<AuditDocument>('audit', asked, 'at', ({ at }) => at),
      columns: [
        column('时间', 20, ({ at }) => beijing(at).format('YYYY-MM-DD HH:mm:ss')),
        column('谁', 14, ({ who }) => who.name),
        column('替谁办', 14, ({ forWhom }) => forWhom?.name),
        column('做了什么', 26, ({ operation }) => actName(operation)),
        column('关于', 24, ({ about }) => about.name),
        column('理由', 40, ({ reason }) => reason),
      ],
    },
    ROLES,
    context,
  )
}
