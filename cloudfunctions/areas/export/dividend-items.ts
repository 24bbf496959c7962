import { ITEM_NAMES, METHOD_NAMES } from '../../../contract/dividend'
import type { Handler } from '../../platform/dispatch'
import type { DividendItem } from '../dividend/documents'
import { currentYear } from '../dividend/rules'
import { itemsOf } from '../dividend/scope'
import { column, exported, inWords } from './file'
import { inOrder } from './pages'

const ROLES = ['cooperative', 'bureau'] as const
const STATES = { due: '待确认', confirmed: '已确认', disputed: '有异议' } as const

function evidenceOf({ confirmation }: DividendItem): { on?: string; how?: string } {
  const evidence = confirmation?.evidence
  if (!evidence) return {}
  if (evidence.kind === 'dividend') return { on: evidence.paidOn, how: METHOD_NAMES[evidence.method] }
  if (evidence.kind === 'insurance') return { on: evidence.boughtOn, how: evidence.policyNumber }
  return { on: evidence.givenOn, how: evidence.what }
}

/** The items of a year as dividend.due shows them to the caller. */
export const dividendItems: Handler<'export.dividendItems'> = async ({ year, state }, context) => {
  const { where } = itemsOf(context.account)
  const dueYear = year ?? currentYear(context.now)
  const asked = { dueYear, ...where, ...(state ? { state } : {}) }
  return exported<DividendItem>(
    {
      name: `${dueYear}年分红`,
      filter: inWords({ 年份: dueYear, 状态: state && STATES[state] }),
      shows: ({ householdId }) => householdId,
      pages: inOrder<DividendItem>('dividendItems', asked, 'contractId', ({ contractId }) => contractId),
      columns: [
        column('户主', 14, ({ headName }) => headName),
        column('村', 18, ({ villageName }) => villageName),
        column('合作社', 28, ({ cooperativeName }) => cooperativeName),
        column('项目', 14, ({ kind }) => ITEM_NAMES[kind]),
        column('协议第几年', 12, ({ year }) => ({ number: year })),
        column('应在哪天前', 14, ({ dueOn }) => ({ day: dueOn })),
        column('金额（元）', 14, ({ amountFen }) => ({ number: amountFen / 100 })),
        column('状态', 10, (item) => STATES[item.state]),
        column('哪天给的', 14, (item) => {
          const { on } = evidenceOf(item)
          return on ? { day: on } : undefined
        }),
        column('凭据', 24, (item) => evidenceOf(item).how),
        column('农户的话', 30, ({ dispute }) => dispute?.text),
      ],
    },
    ROLES,
    context,
  )
}
