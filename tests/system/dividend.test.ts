import { type Cloud, startCloud } from './cloud'
import { addOfficer, entriesOf, given, paid, uploadReceipt, YESTERDAY } from './dividend-desk'

let cloud: Cloud
let receipt: string
beforeAll(async () => {
  cloud = await startCloud()
  receipt = await uploadReceipt(cloud)
})
afterAll(() => cloud.close())

const coop = 'demo-cooperative'
const item = async (openid: string, itemId: string) =>
  (await cloud.must(openid, 'dividend.mine', {}))
    .contract!.years.flatMap((year) => year.items)
    .find((each) => each.id === itemId)
const inbox = async (openid: string) => (await cloud.must(openid, 'inbox.list', {})).messages
const confirmOne = async (asked: ReturnType<typeof paid>, openid = coop) =>
  (await cloud.must(openid, 'dividend.confirm', { items: [asked] })).results[0]

test('the co-op confirms two households at once, each is seen by its household, and the totals add up', async () => {
  const before = (await cloud.must(coop, 'dividend.due', {})).totals
  const { results } = await cloud.must(coop, 'dividend.confirm', {
    items: [paid('contract-1:3:dividend', receipt), paid('contract-2:3:dividend', receipt)],
  })
  expect(results.map((result) => result.done)).toEqual([true, true])
  const { totals } = await cloud.must(coop, 'dividend.due', {})
  expect(totals.paidFen).toBe(before.paidFen + 200_000)
  expect(totals.dueFen).toBe(totals.paidFen + totals.outstandingFen)
  expect(await item('demo-villager', 'contract-1:3:dividend')).toMatchObject({
    state: 'confirmed',
    confirmation: { on: YESTERDAY, how: '一卡通' },
  })
  expect((await cloud.must('demo-villager', 'dividend.mine', {})).contract?.receivedFen).toBe(300_000)
})

test('not only the head of the household is told, but also who else there uses WeChat, within ten round trips', async () => {
  for (const openid of ['demo-villager', 'demo-villager-1'])
    expect((await inbox(openid))[0]?.text).toContain('一卡通 1,000 元')
  expect(await confirmOne(given('contract-1:3:gift'))).toMatchObject({ done: true })
  const database = cloud
    .last('dividend.confirm')
    .exchanges.filter((each) => each.action.startsWith('database.'))
  expect(database.length - 1).toBe(10)
})

test('a receipt that never arrived in the cloud is told now, while the officer has it at hand, and nothing is confirmed', async () => {
  const lost = receipt.replace(/[^/]+$/, 'never-uploaded.jpg')
  expect(
    await cloud.ask(coop, 'dividend.confirm', { items: [paid('contract-5:3:dividend', lost)] }),
  ).toMatchObject({ ok: false, error: { code: 'FILE_NOT_YOURS' } })
  expect(await item('demo-villager-5', 'contract-5:3:dividend')).toMatchObject({ state: 'due' })
})

test('what is confirmed cannot be confirmed again; it is reversed with a reason, both entries stay, and it can be confirmed again', async () => {
  const itemId = 'contract-1:3:dividend'
  expect(await confirmOne(paid(itemId, receipt))).toMatchObject({
    done: false,
    error: { code: 'ITEM_CONFIRMED' },
  })
  await cloud.must(coop, 'dividend.reverse', { itemId, reason: '付给了另一户' })
  expect(await item('demo-villager', itemId)).toMatchObject({ state: 'due' })
  expect((await inbox('demo-villager'))[0]?.text).toContain('付给了另一户')
  expect(await cloud.ask(coop, 'dividend.reverse', { itemId, reason: '再冲一次' })).toMatchObject({
    ok: false,
    error: { code: 'ITEM_NOT_CONFIRMED' },
  })
  expect(await confirmOne(paid(itemId, receipt))).toEqual({ itemId, done: true })
  const { ledger, mayConfirm } = await cloud.must(coop, 'dividend.get', { itemId })
  expect([mayConfirm, ...ledger.map(({ type, how, reason }) => how ?? reason ?? type)]).toEqual([
    true,
    '一卡通',
    '付给了另一户',
    '一卡通',
  ])
})

test('the household says it did not arrive, once; every officer of the co-op is told, once, however many there are', async () => {
  const itemId = 'contract-2:3:dividend'
  const officers = Array.from({ length: 7 }, (_, index) => `officer-${index}`)
  for (const openid of officers) addOfficer(cloud, openid, 'coop-1')
  addOfficer(cloud, 'officer-elsewhere', 'coop-2')
  await cloud.must('demo-villager-2', 'dividend.dispute', { itemId, text: '卡上没有' })
  expect(await cloud.ask('demo-villager-2', 'dividend.dispute', { itemId })).toMatchObject({
    ok: false,
    error: { code: 'ITEM_DISPUTED' },
  })
  await cloud.timer()
  await cloud.timer()
  for (const openid of [coop, ...officers]) {
    const told = (await inbox(openid)).filter((message) => message.text.includes('卡上没有'))
    expect(told).toMatchObject([{ page: `/desk/cooperative/item/index?id=${itemId}` }])
  }
  expect(await inbox('officer-elsewhere')).toEqual([])
  expect((await cloud.must(coop, 'dividend.due', {})).totals.items.disputed).toBe(1)
})

test('a disputed dividend is not counted as paid; reversed and confirmed again, it is, and the dispute is settled', async () => {
  const itemId = 'contract-2:3:dividend'
  expect((await cloud.must('demo-villager-2', 'dividend.mine', {})).contract?.receivedFen).toBe(200_000)
  await cloud.must(coop, 'dividend.reverse', { itemId, reason: '卡号写错了' })
  await confirmOne(paid(itemId, receipt))
  expect((await cloud.must('demo-villager-2', 'dividend.mine', {})).contract?.receivedFen).toBe(300_000)
  const now = await item('demo-villager-2', itemId)
  expect([now?.state, now?.dispute]).toEqual(['confirmed', undefined])
  expect(entriesOf(cloud, itemId).map((entry) => entry.type)).toEqual([
    'confirm',
    'dispute',
    'reverse',
    'confirm',
  ])
})

test('each kind wants its own evidence, no day lies in the future, and another household’s item is not there', async () => {
  expect(await confirmOne(given('contract-3:3:insurance'))).toMatchObject({
    done: false,
    error: { code: 'WRONG_EVIDENCE' },
  })
  const gift = { kind: 'gift' as const, givenOn: '2099-01-01', what: '大米 20 斤' }
  expect(await confirmOne({ itemId: 'contract-3:3:gift', evidence: gift })).toMatchObject({
    done: false,
    error: { code: 'PAID_IN_FUTURE' },
  })
  expect(
    await cloud.ask('demo-villager-9', 'dividend.dispute', { itemId: 'contract-3:3:gift' }),
  ).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  expect((await cloud.must('demo-villager-20', 'dividend.mine', {})).contract).toBeUndefined()
})

test('nobody confirms or reverses for their own household, head or relative; a colleague does', async () => {
  addOfficer(cloud, 'officer-relative', 'coop-1', { householdId: 'household-5' })
  const itemId = 'contract-5:3:gift'
  expect(await confirmOne(given(itemId), 'officer-relative')).toMatchObject({
    done: false,
    error: { code: 'OWN_MONEY' },
  })
  expect(await confirmOne(given(itemId))).toMatchObject({ done: true })
  expect(
    await cloud.ask('officer-relative', 'dividend.reverse', { itemId, reason: '写错了一户' }),
  ).toMatchObject({
    ok: false,
    error: { code: 'OWN_MONEY' },
  })
  expect(await confirmOne(given('contract-6:3:gift'), 'officer-relative')).toMatchObject({ done: true })
  expect(await confirmOne(given('contract-6:3:insurance'), 'officer-elsewhere')).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
})

test('a receipt is the co-op’s at once, the household’s and the bureau’s only after the verdict, and never where that is bad', async () => {
  const [good, bad] = [await uploadReceipt(cloud), await uploadReceipt(cloud, coop, '违规测试图片')] as const
  const itemId = 'contract-7:3:dividend'
  await confirmOne(paid(itemId, good, bad))
  const photos = async () => ({
    cooperative: (await cloud.must(coop, 'dividend.get', { itemId })).item.confirmation?.photos.length,
    bureau: (await cloud.must('demo-bureau', 'dividend.get', { itemId })).item.confirmation?.photos.length,
    household: (await item('demo-villager-7', itemId))?.confirmation,
  })
  expect(await photos()).toMatchObject({
    cooperative: 2,
    bureau: 0,
    household: { photos: [], photosChecking: 2 },
  })
  // The household's complaint comes before the check: the photo is still the officer's.
  await cloud.must('demo-villager-7', 'dividend.dispute', { itemId })
  await cloud.timer()
  await cloud.emulator.idle()
  expect(await photos()).toMatchObject({
    cooperative: 2,
    bureau: 1,
    household: { photos: [expect.stringContaining('http')], photosChecking: 0 },
  })
})

test('of several gifts, only the one whose words WeChat refuses is refused', async () => {
  const { results } = await cloud.must(coop, 'dividend.confirm', {
    items: [given('contract-3:3:gift'), given('contract-4:3:gift', '违规测试词')],
  })
  expect(results).toMatchObject([{ done: true }, { done: false, error: { code: 'UNSAFE_TEXT' } }])
})

test('the bureau sees every household of its county and may not confirm', async () => {
  const seen = await cloud.must('demo-bureau', 'dividend.due', {})
  expect(seen.households).toHaveLength(8)
  expect(seen.mayConfirm).toBe(false)
  expect((await cloud.must('demo-bureau', 'dividend.get', { itemId: 'contract-3:3:gift' })).mayConfirm).toBe(
    false,
  )
})

test('a year’s items come in one order, to the household, the co-op and the bureau', async () => {
  const order = ['dividend', 'insurance', 'gift']
  const lists = [
    (await cloud.must('demo-villager', 'dividend.mine', {})).contract!.years,
    (await cloud.must(coop, 'dividend.due', {})).households,
    (await cloud.must('demo-bureau', 'dividend.due', {})).households,
  ]
  for (const { items } of lists.flat()) expect(items.map(({ kind }) => kind)).toEqual(order)
})
