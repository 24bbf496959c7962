import { callsOf, deafEdge, inCard, journey, messagesOf, sent } from './journey'
import type { Phone } from './phone/phone'
import { classesOf, textOf } from './phone/tree'

const here = journey()

const YEAR = new Date().getUTCFullYear()
const YESTERDAY = new Date(Date.now() - 16 * 60 * 60_000).toISOString().slice(0, 10)

/** A household of the co-op's list by its place in it: the name of its head, its contract, and the account with it. */
function householdAt(officer: Phone, place: number) {
  const heads = officer
    .find('.strong')
    .filter(({ parent }) => parent && classesOf(parent).includes('household'))
  const head = textOf(heads[place]!)
  const [contract] = here.cloud.emulator.store.find('rearingContracts', { headName: head }, 1)
  const openid = `demo-villager-${String(contract?.headId).split('-')[1]}`
  return { head, openid, contractId: String(contract?._id) }
}

/** Chooses these households' dividends and opens the form. */
async function toForm(officer: Phone, heads: readonly string[]): Promise<void> {
  for (const head of heads) await officer.tap(inCard(officer, head, '分红 1,000 元'))
  await officer.tap(`给 ${heads.length} 户填凭据，共 ${heads.length},000 元`)
}

/** When, how, and a receipt: one form for all chosen dividends. */
async function fill(officer: Phone): Promise<void> {
  const [day] = officer.find('<picker>')
  await officer.change(day!, YESTERDAY)
  await officer.tap('一卡通')
  await officer.tap('拍收据')
}

test('the co-op confirms from home; the household sees it, says it did not arrive; it is taken back with a reason', async () => {
  const officer = here.phone('demo-cooperative')
  expect(await callsOf(officer, () => officer.open('/home/index'))).toEqual(['home.get'])
  expect(await callsOf(officer, () => officer.tap('今年的分红'))).toEqual(['dividend.due'])
  const { head, openid, contractId } = householdAt(officer, 0)
  expect(await callsOf(officer, () => toForm(officer, [head]))).toEqual([])
  expect(await callsOf(officer, () => officer.tap('确认付给 1 户，共 1,000 元'))).toEqual([])
  expect(officer.text()).toContain('请拍一张收据照片')
  await fill(officer)
  // Back on the list, which is loaded anew.
  expect(await callsOf(officer, () => officer.tap('确认付给 1 户，共 1,000 元'))).toEqual([
    'dividend.confirm',
    'dividend.due',
  ])
  expect(officer.state.toasts).toEqual(['确认好了 1 项'])
  expect(officer.text()).toContain('已确认 1')

  const household = here.phone(openid)
  await household.open('/home/index')
  expect(await callsOf(household, () => household.tap('查分红'))).toEqual(['dividend.mine'])
  expect(household.text()).toContain(`${YEAR} 年分红 1,000 元\n已到账`)
  expect(await callsOf(household, () => household.tap('钱没收到，点这里'))).toEqual(['dividend.mine'])
  expect(await callsOf(household, () => household.tap('告诉合作社没收到'))).toEqual([])
  expect(household.text()).toContain('先点一下，哪一样没收到')
  await household.tap(`${YEAR} 年的分红 1,000 元`)
  await household.type('#field-text', '卡上没有这笔钱')
  household.state.modalAnswers.push(false, true)
  expect(await callsOf(household, () => household.tap('告诉合作社没收到'))).toEqual([])
  expect(await callsOf(household, () => household.tap('告诉合作社没收到'))).toEqual([
    'dividend.dispute',
    'dividend.mine',
  ])
  expect(household.state.subscriptionsAsked.every(({ insideTap }) => insideTap)).toBe(true)
  expect(household.state.toasts).toEqual(['已告诉合作社'])
  expect(household.text()).toContain('已告诉合作社，正在查')

  expect(await callsOf(officer, () => officer.tap('有异议 0'))).toEqual(['dividend.due'])
  expect(officer.text()).toContain('农户说：卡上没有这笔钱')
  const row = inCard(officer, head, '分红 1,000 元')
  expect(await callsOf(officer, () => officer.tap(row))).toEqual(['dividend.get'])
  expect(await callsOf(officer, () => officer.tap('冲正，改回没付'))).toEqual([])
  expect(officer.text()).toContain('请写清楚为什么冲正')
  await officer.type('#field-reason', '卡号写错，付给了另一户')
  expect(await callsOf(officer, () => officer.tap('冲正，改回没付'))).toEqual([
    'dividend.reverse',
    'dividend.due',
  ])
  expect(officer.text()).toContain('待确认 24')

  // The grant given with the complaint: the household hears of it. The ledger forgets nothing.
  await here.cloud.timer()
  expect(await messagesOf(here.cloud, openid)).not.toEqual([])
  const { ledger } = await here.cloud.must('demo-cooperative', 'dividend.get', {
    itemId: `${contractId}:3:dividend`,
  })
  expect(ledger.map(({ type }) => type)).toEqual(['confirm', 'dispute', 'reverse'])
}, 60_000)

test('several households in one call; an answer lost on the way pays nobody twice', async () => {
  const lost = deafEdge(here.cloud, 'demo-cooperative', 'dividend.confirm')
  const officer = here.phone('demo-cooperative', lost)
  await officer.open('/desk/cooperative/due/index')
  const heads = [1, 2, 3].map((place) => householdAt(officer, place).head)
  const before = await here.cloud.must('demo-cooperative', 'dividend.due', { year: YEAR, state: 'confirmed' })
  await toForm(officer, heads)
  await fill(officer)
  await officer.tap('确认付给 3 户，共 3,000 元')
  const asked = sent(officer).filter(({ operation }) => operation === 'dividend.confirm')
  expect(asked).toHaveLength(2)
  expect(asked[1]).toEqual(asked[0])
  expect(asked[0]).toHaveProperty('input.items.length', 3)
  const after = await here.cloud.must('demo-cooperative', 'dividend.due', { year: YEAR, state: 'confirmed' })
  expect(after.totals.paidFen).toBe(before.totals.paidFen + 300_000)
}, 60_000)

test('a household outside the scheme is told where to ask, and is not asked for anything', async () => {
  const phone = here.phone('demo-villager-100')
  await phone.open('/home/index')
  expect(await callsOf(phone, () => phone.open('/dividend/mine/index'))).toEqual(['dividend.mine'])
  expect(phone.text()).toContain('没有参加代养分红')
  expect(phone.find('钱没收到，点这里')).toEqual([])
}, 60_000)
