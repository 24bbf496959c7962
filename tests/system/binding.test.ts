import type { BindingRequest } from '../../cloudfunctions/areas/identity/documents'
import { GUIDELINE } from '../../contract/guideline'
import { type Cloud, startCloud } from './cloud'
import {
  accountOf,
  BUREAU,
  bindingsOf,
  bindTo,
  codeFor,
  codeOf,
  expectSound,
  find,
  INFORMANT,
  personIn,
  redeem,
  VILLAGE,
} from './identity-world'

const MINUTE = 60_000
const NUMBER = '11010519491231002X'
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterEach(() => expectSound(cloud))
afterAll(() => cloud.close())

const ask = (openid: string, name: string) =>
  cloud.ask(openid, 'identity.requestBinding', {
    village: VILLAGE,
    name,
    phone: '13800001234',
    consent: GUIDELINE,
  })
const match = (openid: string, name: string, lastSix: string) =>
  cloud.ask(openid, 'identity.matchBinding', {
    village: VILLAGE,
    name,
    lastSix,
    agreed: true,
    consent: GUIDELINE,
  })
const requestOf = (openid: string) =>
  find<BindingRequest>(cloud, 'bindingRequests', { openid })[0] as BindingRequest
const decide = (
  openid: string,
  by: string,
  more: { accept: boolean; personId?: string; reason?: string },
) => {
  const { _id: requestId, at } = requestOf(openid)
  return cloud.ask(by, 'identity.decideBinding', { requestId, at, ...more })
}
const messagesTo = (personId: string, title: RegExp) =>
  find<{ to: string; title: string }>(cloud, 'notifications', { to: personId }).filter((each) =>
    title.test(each.title),
  )

test('a request goes to the village’s informants once, and is accepted for the person they choose', async () => {
  expect(codeOf(await ask('a-1', '王小二'))).toBe('ok')
  await cloud.timer()
  await cloud.timer()
  const informants = find<{ _id: string }>(cloud, 'people', {
    'roles.scope': VILLAGE,
    'roles.role': 'informant',
  })
  for (const { _id } of informants) expect(messagesTo(_id, /王小二/)).toHaveLength(1)
  const listed = await cloud.must(INFORMANT, 'identity.bindingRequests', {})
  expect(listed.requests).toMatchObject([{ name: '王小二', phone: '13800001234', state: 'open' }])
  expect(codeOf(await decide('a-1', INFORMANT, { accept: true, personId: 'person-1-3' }))).toBe('ok')
  expect((await cloud.must('a-1', 'identity.me', {})).person?.id).toBe('person-1-3')
  expect(codeOf(await decide('a-1', BUREAU, { accept: false, reason: '不对' }))).toBe('REQUEST_DECIDED')
  expect(codeOf(await ask('a-1', '王小二'))).toBe('ACCOUNT_BOUND')
})

test('a refusal is told to who asked, who may ask again', async () => {
  await ask('a-2', '张三')
  expect(codeOf(await decide('a-2', INFORMANT, { accept: false, reason: '村里没有这个人' }))).toBe('ok')
  expect(await cloud.must('a-2', 'identity.myRequest', {})).toMatchObject({
    request: { state: 'refused', name: '张三', reason: '村里没有这个人' },
  })
  await ask('a-2', '张三丰')
  expect(await cloud.must('a-2', 'identity.myRequest', {})).toMatchObject({
    request: { state: 'open', name: '张三丰' },
  })
})

test('who was bound as the wrong one by a request, and parted again, is asked afresh who they are', async () => {
  const personId = 'person-257-2'
  await ask('a-9', '王小三')
  expect(codeOf(await decide('a-9', INFORMANT, { accept: true, personId }))).toBe('ok')
  expect(await cloud.must('a-9', 'identity.myRequest', {})).toMatchObject({ request: { state: 'accepted' } })
  await cloud.must(BUREAU, 'identity.undoBinding', { personId, reason: '选错了人' })
  expect((await cloud.must('a-9', 'identity.myRequest', {})).request).toBeUndefined()
  expect((await cloud.must('a-9', 'identity.me', {})).request).toBeUndefined()
  expect(codeOf(await ask('a-9', '王小三'))).toBe('ok')
  expect(await cloud.must('a-9', 'identity.myRequest', {})).toMatchObject({ request: { state: 'open' } })
})

test('who decides has seen what is asked now', async () => {
  await ask('a-3', '李四')
  const { _id: requestId, at } = requestOf('a-3')
  await cloud.emulator.clock.advance(1000)
  await ask('a-3', '李四方')
  const answer = await cloud.ask(INFORMANT, 'identity.decideBinding', {
    ...{ requestId, at },
    accept: true,
    personId: 'person-1-4',
  })
  expect(codeOf(answer)).toBe('STALE')
})

test('two informants who decide at once bind one account once; a person is bound to one account', async () => {
  await ask('a-4', '赵五')
  await ask('a-5', '赵六')
  const answers = await Promise.all([
    decide('a-4', INFORMANT, { accept: true, personId: 'person-65-2' }),
    decide('a-4', BUREAU, { accept: true, personId: 'person-65-3' }),
    decide('a-5', BUREAU, { accept: true, personId: 'person-65-2' }),
  ])
  const bound = [...bindingsOf(cloud, 'person-65-2'), ...bindingsOf(cloud, 'person-65-3')]
  expect(answers.map(codeOf).filter((each) => each === 'ok')).toHaveLength(bound.length)
  expect(new Set(bound.map(({ openid }) => openid)).size).toBe(bound.length)
})

test('an informant binds nobody of another village', async () => {
  await ask('a-6', '钱七')
  expect(codeOf(await decide('a-6', INFORMANT, { accept: true, personId: 'person-2-3' }))).toBe('NOT_FOUND')
  expect(codeOf(await decide('a-6', 'demo-informant-2', { accept: true, personId: 'person-2-3' }))).toBe(
    'NOT_FOUND',
  )
})

test('village, name and last six only propose, and the answer never tells', async () => {
  const { name } = personIn(cloud, 'person-129-3')
  await cloud.must(BUREAU, 'identity.setNumber', {
    ...{ personId: 'person-129-3', number: NUMBER, purpose: 'lodging', agreed: true },
  })
  const right = await match('m-1', name, NUMBER.slice(-6))
  const wrongNumber = await match('m-2', name, '999999')
  const wrongName = await match('m-3', '无名氏', NUMBER.slice(-6))
  expect([right, wrongNumber, wrongName]).toEqual([right, right, right])
  expect(accountOf(cloud, 'm-1')).toBeUndefined()
  expect(requestOf('m-1').proposed).toMatchObject({ personId: 'person-129-3' })
  expect([requestOf('m-2').proposed, requestOf('m-3').proposed]).toEqual([undefined, undefined])
  // Nor does what was written or exchanged differ but for the proposal itself.
  expect(await cloud.must('m-1', 'identity.myRequest', {})).toMatchObject({
    match: true,
    request: { state: 'open' },
  })
  expect(codeOf(await decide('m-1', INFORMANT, { accept: true, personId: 'person-129-3' }))).toBe('ok')
})

test('tries at one name wait longer each time, alarm the informants once, and never lock', async () => {
  const one = async (n: number) => codeOf(await match(`t-${n}`, '孙八', String(100_000 + n)))
  for (let n = 1; n <= 3; n++) expect(await one(n)).toBe('ok')
  // The third try makes the next wait; a try that has to wait does not count.
  expect(await one(4)).toBe('TOO_OFTEN')
  expect(await one(5)).toBe('TOO_OFTEN')
  await cloud.emulator.clock.advance(MINUTE + 1000)
  expect(await one(6)).toBe('ok')
  expect(await one(7)).toBe('TOO_OFTEN')
  // Another name is not slowed down by it.
  expect(codeOf(await match('t-8', '周九', '123456'))).toBe('ok')
  await cloud.emulator.clock.advance(2 * MINUTE + 1000)
  expect(await one(9)).toBe('ok')
  await cloud.timer()
  expect(messagesTo('person-informant-1', /反复/)).toHaveLength(1)
  for (let n = 10; n < 20; n++) {
    await cloud.emulator.clock.advance(61 * MINUTE)
    expect([n, await one(n)]).toEqual([n, 'ok'])
  }
  await cloud.timer()
  expect(messagesTo('person-informant-1', /反复/)).toHaveLength(1)
})

test('unbinding: oneself at once, somebody else with a reason; the history tells accounts apart', async () => {
  await bindTo(cloud, 'u-1', 'person-193-3')
  const unbind = (by: string, reason?: string) =>
    cloud.ask(by, 'identity.unbind', { personId: 'person-193-3', ...(reason ? { reason } : {}) })
  expect(codeOf(await unbind('demo-villager'))).toBe('NOT_FOUND')
  expect(codeOf(await unbind(INFORMANT))).toBe('REASON_NEEDED')
  expect(codeOf(await unbind('u-1'))).toBe('ok')
  expect(codeOf(await unbind(BUREAU, '手机丢了'))).toBe('NOT_BOUND')
  expect(codeOf(await cloud.ask('u-1', 'inbox.list', {}))).toBe('NOT_REGISTERED')
  await bindTo(cloud, 'u-2', 'person-193-3')
  expect(codeOf(await unbind(INFORMANT, '手机丢了'))).toBe('ok')
  const { bindings } = await cloud.must(BUREAU, 'identity.bindingHistory', { personId: 'person-193-3' })
  expect(bindings.map(({ event, reason }) => [event, reason]).reverse()).toEqual([
    ['bound', undefined],
    ['unbound', undefined],
    ['bound', undefined],
    ['unbound', '手机丢了'],
  ])
  expect(new Set(bindings.map(({ account }) => account)).size).toBe(2)
  expect(JSON.stringify(bindings)).not.toContain('u-1')
})

test('a binding to the wrong person is taken back with the roles it brought; what was done stays', async () => {
  const personId = 'person-257-3'
  const code = await codeFor(cloud, personId, { grants: [{ role: 'informant', over: VILLAGE }] }, BUREAU)
  await redeem(cloud, 'w-1', code)
  await cloud.must('w-1', 'training.enrol', { classId: 'class-open-3' })
  await cloud.must(BUREAU, 'identity.undoBinding', { personId, reason: '扫错了码' })
  expect(personIn(cloud, personId)).toMatchObject({ roles: [] })
  expect(codeOf(await cloud.ask('w-1', 'registry.people', {}))).toBe('NOT_REGISTERED')
  expect(find(cloud, 'enrolments', { personId, classId: 'class-open-3' })).toHaveLength(1)
  await cloud.timer()
  const [entry] = find<{ who: { openid: string } }>(cloud, 'audit', {
    operation: 'training.enrol',
    'about.id': personId,
  })
  expect(entry?.who.openid).toBe('w-1')
})
