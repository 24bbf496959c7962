import { ITEM_NAMES, type ItemKind } from '../../../contract/dividend'
import { beijing } from '../../../contract/time'
import type { Handler } from '../../platform/dispatch'
import { handOut } from '../../platform/storage'
import { takeAlong } from '../identity/take-along'
import { type OutCell, workbookOf } from '../workbook/write'

const at = (instant: string): string => beijing(instant).format('YYYY-MM-DD HH:mm')
const DIVIDENDS: Record<string, string> = { due: '待确认', confirmed: '已确认', disputed: '有异议' }

interface Part {
  name: string
  widths: number[]
  rows: OutCell[][]
}

/** What somebody is told about themselves, to keep: a sheet for each kind of thing. Numbers are masked, as they are told. */
export const mine: Handler<'export.mine'> = async (_, context) => {
  const all = await takeAlong({}, context)
  const { me } = all
  const parts: Part[] = [
    {
      name: '我',
      widths: [20, 60],
      rows: [
        ['记下的', '内容'],
        ['姓名', me.name],
        ['出生年份', String(me.birthYear)],
        ['住在哪里', me.place],
        ['电话', me.phone],
        ['身份证号', me.identityNumber],
        ['户主', me.household?.headName],
        ['家里的人', me.household?.members.map(({ name }) => name).join('、')],
        ['身份', me.roles.map(({ scopeName }) => scopeName).join('、')],
        ['谁能替我办', me.agents.map(({ name }) => name).join('、')],
      ],
    },
    {
      name: '报名',
      widths: [36, 18, 30],
      rows: [
        ['培训班', '开始', '地点'],
        ...all.enrolments.map((each) => [each.title, at(each.startsAt), each.place]),
      ],
    },
    {
      name: '咨询',
      widths: [18, 50, 60],
      rows: [
        ['哪天问的', '问题', '后来说的'],
        ...all.questions.map((each) => [
          at(each.askedAt),
          each.text,
          each.entries.map(({ by, text }) => `${by}：${text}`).join('\n'),
        ]),
      ],
    },
    {
      name: '分红',
      widths: [10, 16, 14, 14, 12],
      rows: [
        ['年份', '项目', '应在哪天前', '金额（元）', '状态'],
        ...all.dividends.map((each): OutCell[] => [
          String(each.year),
          ITEM_NAMES[each.kind as ItemKind],
          { day: each.dueOn },
          { number: each.amountFen / 100 },
          DIVIDENDS[each.state] ?? each.state,
        ]),
      ],
    },
    {
      name: '消息',
      widths: [18, 24, 60],
      rows: [['时间', '标题', '内容'], ...all.messages.map((each) => [at(each.at), each.title, each.text])],
    },
  ]
  const bytes = workbookOf(parts, (writer) => {
    for (const [index, { rows }] of parts.entries()) {
      if (index > 0) writer.next()
      for (const [n, row] of rows.entries()) writer.row(row, n === 0 ? 'heading' : 'plain')
    }
  })
  const url = await handOut(bytes, 'xlsx', context.now)
  const rows = parts.reduce((sum, part) => sum + part.rows.length - 1, 0)
  // Nobody's name is in the file's.
  const name = `关于我的信息-${beijing(context.now).format('YYYYMMDD')}.xlsx`
  return context.once(async () => ({ url, name, rows }))
}
