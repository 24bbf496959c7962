import type { Input, Output } from '../../contract'
import { COUNTY } from '../../demo/people'
import { type Cloud, startCloud } from './cloud'
import { addAccount, addContracts, addOfficer, given, YEAR } from './dividend-desk'

let cloud: Cloud
/** 130 households of one co-op in one township, 5 of another co-op in another. */
beforeAll(async () => {
  cloud = await startCloud()
  const township = { village: `${COUNTY}115215`, villageName: '桥头村' }
  addContracts(cloud, 'large', 130, { cooperativeId: 'coop-large', cooperativeName: '大合作社', ...township })
  const other = { village: `${COUNTY}116216`, villageName: '高山村', annualFen: 123_456 }
  addContracts(cloud, 'small', 5, { cooperativeId: 'coop-small', cooperativeName: '小合作社', ...other })
  addOfficer(cloud, 'large', 'coop-large')
  addAccount(cloud, 'two-cooperatives', {
    roles: ['coop-large', 'coop-small'].map((scope) => ({ role: 'cooperative', scope, scopeName: scope })),
  })
  const bureau = (scope: string) => ({ role: 'bureau' as const, scope, scopeName: scope })
  addAccount(cloud, 'township', { roles: [bureau(`${COUNTY}116`)] })
  addAccount(cloud, 'two-townships', { roles: [bureau(`${COUNTY}115`), bureau(`${COUNTY}116`)] })
})
afterAll(() => cloud.close())

type Page = Output<'dividend.due'>

/** Every page of a desk's list, and what all of them say together. */
async function everything(openid: string, input: Input<'dividend.due'> = {}) {
  const pages: Page[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await cloud.must(openid, 'dividend.due', { ...input, ...(cursor ? { cursor } : {}) })
    pages.push(page)
    cursor = page.next
    if (!cursor) break
  }
  const households = pages.flatMap((page) => page.households)
  return { pages, households, items: households.flatMap((household) => household.items) }
}

const dividends = (items: Page['households'][number]['items'], state?: string) =>
  items
    .filter((item) => item.kind === 'dividend' && (!state || item.state === state))
    .reduce((sum, item) => sum + item.amountFen, 0)

test('130 households come in pages, each once and whole, and every page tells the totals of all of them', async () => {
  const { pages, households, items } = await everything('large')
  expect(pages.length).toBeGreaterThan(1)
  expect(new Set(households.map((household) => household.contractId)).size).toBe(130)
  expect(households).toHaveLength(130)
  expect(households.every((household) => household.items.length === 3)).toBe(true)
  for (const { totals } of pages)
    expect(totals).toEqual({
      dueFen: 13_000_000,
      paidFen: 0,
      outstandingFen: 13_000_000,
      items: { due: 390, confirmed: 0, disputed: 0 },
    })
  expect(dividends(items)).toBe(13_000_000)
})

test('fifty items at once have a result each, and the lists of what is due and confirmed share everything between them', async () => {
  const { items } = await everything('large')
  const gifts = items.filter((item) => item.kind === 'gift').slice(0, 50)
  const { results } = await cloud.must('large', 'dividend.confirm', {
    items: gifts.map(({ id }) => given(id)),
  })
  expect(results).toEqual(gifts.map(({ id }) => ({ itemId: id, done: true })))
  const due = await everything('large', { state: 'due' })
  const confirmed = await everything('large', { state: 'confirmed' })
  expect([due.items.length, confirmed.items.length]).toEqual([340, 50])
  expect(new Set([...due.items, ...confirmed.items].map(({ id }) => id)).size).toBe(390)
  expect(due.pages[0]?.totals).toEqual(confirmed.pages[0]?.totals)
  expect(due.pages[0]?.totals.items).toEqual({ due: 340, confirmed: 50, disputed: 0 })
  expect((await everything('large', { state: 'disputed' })).households).toEqual([])
})

test.each([
  ['nothing', 0, '请先选要确认的'],
  ['fifty-one items', 51, '一次最多确认 50 项'],
])('%s is too little or too much for one confirmation', async (_, count, sentence) => {
  const items = Array.from({ length: count }, (_each, index) => given(`large-${index}:3:gift`))
  expect(await cloud.ask('large', 'dividend.confirm', { items })).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', fields: { items: sentence } },
  })
})

test('an officer of two co-ops has both on one desk; the bureau of a township only its township’s, whatever the co-op', async () => {
  const both = await everything('two-cooperatives')
  expect(both.households).toHaveLength(135)
  expect(both.pages[0]?.mayConfirm).toBe(true)
  expect(both.pages[0]?.totals.dueFen).toBe(13_000_000 + 5 * 123_456)
  const one = await everything('township')
  expect(one.households.map((household) => household.cooperativeName)).toEqual(Array(5).fill('小合作社'))
  expect(one.pages[0]?.totals.dueFen).toBe(5 * 123_456)
  expect((await everything('two-townships')).pages[0]?.totals).toEqual(both.pages[0]?.totals)
})

test('the county’s bureau sees every co-op, and its sums are the sums of the items it can list', async () => {
  const { pages, items, households } = await everything('demo-bureau')
  expect(households).toHaveLength(8 + 130 + 5)
  const { totals, year } = pages[0]!
  expect(year).toBe(YEAR)
  expect(totals.dueFen).toBe(totals.paidFen + totals.outstandingFen)
  expect(totals.dueFen).toBe(dividends(items))
  expect(totals.paidFen).toBe(dividends(items, 'confirmed'))
})

test('last year is another year, and an item of another region or co-op is not there', async () => {
  const last = await cloud.must('demo-cooperative', 'dividend.due', { year: YEAR - 1 })
  expect(last.totals).toMatchObject({ dueFen: 800_000, paidFen: 800_000, outstandingFen: 0 })
  for (const openid of ['demo-cooperative', 'township'])
    expect(await cloud.ask(openid, 'dividend.get', { itemId: 'large-001:3:gift' })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    })
})
