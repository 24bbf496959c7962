import { IMPORT_KIND_NAMES, MOST_ROWS } from '../../../contract/import'
import { RELATIONS } from '../../../contract/registry'
import { collection, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { handOut } from '../../platform/storage'
import type { Organisation, Region } from '../registry/documents'
import { workbookOf } from '../workbook/write'
import { columnName } from '../workbook/write-row'
import { importScopes, requireKind } from './access'
import type { Column, ListName } from './kinds/column'
import { COLUMNS } from './kinds/columns'
import { regionsOf } from './lookups'
import { inScope, placesOf } from './places'

const LISTS = '清单'
const ORGANISATIONS = 100
/** What is in such a list is all there is; a co-op may have to be registered first, a relation may be another word. */
const STRICT: readonly ListName[] = ['villages', 'yesNo']

const HELP = [
  '怎么填',
  '1. 在第一张表里填，一行一条。表头不要改，示例那一行可以删掉，也可以留着。',
  '2. 有下拉清单的列，请从清单里选。',
  '3. 身份证号、电话这些列已经设成“文本”。从别处复制过来，请用“选择性粘贴”里的“数值”或“文本”。',
  '4. 日期写成 2026-07-01 这样。不要合并单元格，不要写公式。',
  `5. 一次最多 ${MOST_ROWS} 行，文件不超过 5 MB，存成 .xlsx。`,
  '6. 再导入一次同样的表，不会重复。空着的格子不会把已经登记的内容清掉。',
]

/** The table to fill in, with an example and the county's own lists. Three round trips at most, and storage. */
export const template: Handler<'import.template'> = async ({ kind }, context) => {
  const scopes = importScopes(context)
  requireKind(kind, scopes)
  const columns = Object.values(COLUMNS[kind]) as Column[]
  const used = [...new Set(columns.flatMap(({ list }) => (list ? [list] : [])))]
  const lists = await listsOf(used, scopes)
  const bytes = workbookOf(
    [
      {
        name: IMPORT_KIND_NAMES[kind],
        widths: columns.map(({ width }) => width),
        lists: columns.flatMap(({ list }, column) => {
          const words = (list && lists[list]) ?? []
          const from = `'${LISTS}'!$${columnName(used.indexOf(list!))}$1:$${columnName(used.indexOf(list!))}$${words.length}`
          return words.length > 0 ? [{ column, from, strict: STRICT.includes(list!) }] : []
        }),
        listRows: MOST_ROWS,
      },
      { name: '说明', widths: [90] },
      { name: LISTS, widths: used.map(() => 24), hidden: true },
    ],
    (writer) => {
      writer.row(
        columns.map(({ heading, required }) => (required ? `${heading}*` : heading)),
        'heading',
      )
      writer.row(
        columns.map(({ example }) => example),
        'example',
      )
      writer.next()
      for (const line of HELP) writer.row([line])
      writer.next()
      const longest = Math.max(0, ...used.map((list) => lists[list]?.length ?? 0))
      for (let n = 0; n < longest; n++) writer.row(used.map((list) => lists[list]?.[n]))
    },
  )
  return {
    url: await handOut(bytes, 'xlsx', context.now),
    name: `${IMPORT_KIND_NAMES[kind]}-导入模板.xlsx`,
  }
}

async function listsOf(
  used: readonly ListName[],
  scopes: string[],
): Promise<Partial<Record<ListName, string[]>>> {
  const asks = (list: ListName) => used.includes(list)
  const places = asks('villages') ? placesOf(await regionsOf<Region>(scopes), scopes) : placesOf([], scopes)
  const theirs = asks('cooperatives')
    ? await rows<Organisation>(collection('organisations').where({}).limit(ORGANISATIONS))
    : []
  const organisations = theirs.filter(
    ({ region, archived }) =>
      !archived && scopes.some((scope) => scope === '' || region.startsWith(scope.slice(0, 6))),
  )
  const named = (kind: Organisation['kind']) =>
    organisations.flatMap((each) => (each.kind === kind ? [each.name] : []))
  return {
    villages: places.villages
      .filter(({ code }) => inScope(scopes, code))
      .map(({ township, name }) => `${township} ${name}`.trim()),
    relations: [...RELATIONS],
    yesNo: ['是', '否'],
    cooperatives: named('cooperative'),
    companies: named('company'),
  }
}
