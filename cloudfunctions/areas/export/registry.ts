import { maskedPhone } from '../../../contract/identity-number'
import type { Handler } from '../../platform/dispatch'
import type { Household, Person } from '../registry/documents'
import { listing } from '../registry/listing'
import { CALLING, homeOf, OFFICIALS, READING, reaches, reachOf } from '../registry/scope'
import { wanted } from '../registry/search'
import { column, exported, inWords } from './file'
import { byCursor } from './pages'

const SIZE = 100

interface Asked {
  words?: string
  region?: string
  archived: boolean
}
const said = ({ words, region, archived }: Asked): string =>
  inWords({ 姓名或电话: words, 地区: region, 已归档: archived })

/** The people of a search. Phones whole where the caller must call; masked for the rest, as in the list. */
export const people: Handler<'export.people'> = async (input, context) => {
  const asked = wanted({ ...input, kind: 'person' }, context)
  const calling = reachOf(context.account, CALLING)
  const phoneOf = (person: Person) =>
    person.phone && (reaches(calling, homeOf(person)) ? person.phone : maskedPhone(person.phone))
  return exported<Person>(
    {
      name: '人员',
      filter: said(input),
      pages: byCursor((cursor) => listing<Person>('people', { ...asked, size: SIZE, cursor })),
      columns: [
        column('姓名', 14, ({ name }) => name),
        column('地址', 36, ({ place }) => place),
        column('户主', 8, ({ isHead }) => (isHead ? '是' : '')),
        column('与户主关系', 12, ({ relation }) => relation),
        column('出生年份', 10, ({ birthYear }) => String(birthYear)),
        column('电话', 16, phoneOf),
        column('有没有微信', 12, ({ openid }) => (openid ? '有' : '没有')),
      ],
    },
    READING,
    context,
  )
}

/** The households of a search. What kind a household is, only where the caller is no neighbour. */
export const households: Handler<'export.households'> = async (input, context) => {
  const asked = wanted({ ...input, kind: 'household' }, context)
  const official = reachOf(context.account, OFFICIALS)
  return exported<Household>(
    {
      name: '农户',
      filter: said(input),
      pages: byCursor((cursor) => listing<Household>('households', { ...asked, size: SIZE, cursor })),
      columns: [
        column('户主姓名', 14, ({ headName }) => headName),
        column('村', 18, ({ villageName }) => villageName),
        column('组或门牌', 16, ({ address }) => address),
        ...(official.length > 0
          ? [
              column<Household>('帮扶户', 8, ({ village, assisted }) =>
                reaches(official, village) ? (assisted ? '是' : '否') : '',
              ),
            ]
          : []),
      ],
    },
    READING,
    context,
  )
}
