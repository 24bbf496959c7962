import type { DividendEntry } from '../../cloudfunctions/areas/dividend/documents'
import { type Cloud, startCloud } from './cloud'

let cloud: Cloud
let receipt: string
const YESTERDAY = new Date(Date.now() - 24 * 60 * 60_000 + 8 * 60 * 60_000).toISOString().slice(0, 10)
beforeAll(async () => {
  cloud = await startCloud()
  const { uploadPrefix } = await cloud.must('demo-cooperative', 'identity.me', {})
  const response = await fetch(`${cloud.emulator.url}/upload?path=${uploadPrefix}receipt.jpg`, {
    method: 'POST',
    headers: { 'x-demo-openid': 'demo-cooperative' },
    body: 'receipt',
  })
  receipt = ((await response.json()) as { fileID: string }).fileID
})
afterAll(() => cloud.close())

const paid = (itemId: string) => ({
  itemId,
  evidence: { kind: 'dividend' as const, paidOn: YESTERDAY, method: 'card' as const, photos: [receipt] },
})
const entries = (itemId: string) =>
  cloud.emulator.store.find('dividendEntries', { itemId }) as unknown as DividendEntry[]
const item = async (openid: string, itemId: string) =>
  (await cloud.must(openid, 'dividend.mine', {}))
    .contract!.years.flatMap((year) => year.items)
    .find((each) => each.id === itemId)

test('the co-op confirms two households at once, each is seen by its household, and the totals add up', async () => {
  const before = (await cloud.must('demo-cooperative', 'dividend.due', {})).totals
  const { results } = await cloud.must('demo-cooperative', 'dividend.confirm', {
    items: [paid('contract-1:3:dividend'), paid('contract-2:3:dividend')],
  })
  expect(results.map((result) => result.done)).toEqual([true, true])
  const { totals } = await cloud.must('demo-cooperative', 'dividend.due', {})
  expect(totals.paidFen).toBe(before.paidFen + 200_000)
  expect(totals.dueFen).toBe(totals.paidFen + totals.outstandingFen)
  expect(await item('demo-villager', 'contract-1:3:dividend')).toMatchObject({
    state: 'confirmed',
    confirmation: { on: YESTERDAY, how: '一卡通' },
  })
  expect((await cloud.must('demo-villager', 'dividend.mine', {})).contract?.receivedFen).toBe(300_000)
})

test('what is confirmed cannot be confirmed again; it is reversed with a reason, and both entries stay', async () => {
  const again = await cloud.must('demo-cooperative', 'dividend.confirm', {
    items: [paid('contract-1:3:dividend')],
  })
  expect(again.results[0]).toMatchObject({ done: false, error: { code: 'ITEM_CONFIRMED' } })
  await cloud.must('demo-cooperative', 'dividend.reverse', {
    itemId: 'contract-1:3:dividend',
    reason: '付给了另一户',
  })
  expect(await item('demo-villager', 'contract-1:3:dividend')).toMatchObject({ state: 'due' })
  expect(entries('contract-1:3:dividend').map((entry) => [entry.type, entry.amountFen])).toEqual([
    ['confirm', 100_000],
    ['reverse', -100_000],
  ])
  expect(
    await cloud.ask('demo-cooperative', 'dividend.reverse', {
      itemId: 'contract-1:3:dividend',
      reason: '再冲一次',
    }),
  ).toMatchObject({ ok: false, error: { code: 'ITEM_NOT_CONFIRMED' } })
})

test('the household says it did not arrive, once, and the co-op is told', async () => {
  await cloud.must('demo-villager-2', 'dividend.dispute', {
    itemId: 'contract-2:3:dividend',
    text: '卡上没有',
  })
  expect(
    await cloud.ask('demo-villager-2', 'dividend.dispute', { itemId: 'contract-2:3:dividend' }),
  ).toMatchObject({ ok: false, error: { code: 'ITEM_DISPUTED' } })
  const { messages } = await cloud.must('demo-cooperative', 'inbox.list', {})
  expect(messages[0]?.text).toContain('卡上没有')
  expect((await cloud.must('demo-cooperative', 'dividend.due', {})).totals.items.disputed).toBe(1)
})

test('each kind wants its own evidence, no day lies in the future, and another household’s item is not there', async () => {
  const gift = { kind: 'gift' as const, givenOn: YESTERDAY, what: '大米 20 斤' }
  const wrong = await cloud.must('demo-cooperative', 'dividend.confirm', {
    items: [{ itemId: 'contract-3:3:insurance', evidence: gift }],
  })
  expect(wrong.results[0]).toMatchObject({ done: false, error: { code: 'WRONG_EVIDENCE' } })
  const future = await cloud.must('demo-cooperative', 'dividend.confirm', {
    items: [{ itemId: 'contract-3:3:gift', evidence: { ...gift, givenOn: '2099-01-01' } }],
  })
  expect(future.results[0]).toMatchObject({ done: false, error: { code: 'PAID_IN_FUTURE' } })
  expect(
    await cloud.ask('demo-villager-9', 'dividend.dispute', { itemId: 'contract-3:3:gift' }),
  ).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  expect((await cloud.must('demo-villager-20', 'dividend.mine', {})).contract).toBeUndefined()
})

test('the same confirmation sent twice is one entry', async () => {
  const requestId = 'confirm-once-0001'
  const input = { items: [paid('contract-4:3:dividend')] }
  const [first, second] = await Promise.all(
    [1, 2].map(() => cloud.ask('demo-cooperative', 'dividend.confirm', input, { requestId })),
  )
  expect(first).toEqual(second)
  expect(entries('contract-4:3:dividend')).toHaveLength(1)
})

test('the bureau sees every household of its county and may not confirm', async () => {
  const seen = await cloud.must('demo-bureau', 'dividend.due', {})
  expect(seen.households).toHaveLength(8)
  expect(seen.mayConfirm).toBe(false)
})
