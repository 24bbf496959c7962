import type { FaultRule } from './faults'
import { type Started, startFixtures } from './fixtures/start'

let local: Started
beforeAll(async () => {
  local = await startFixtures()
  local.emulator.load({ collections: { ledger: [{ _id: 'a', value: 0 }] } })
})
afterEach(() => fetch(`${local.emulator.url}/admin/faults`, { method: 'DELETE' }))
afterAll(() => local.stop())

const ledger = async (way: string, input: object = {}) => {
  const answer = await local.call('ledger', { way, ...input })
  return ('result' in answer ? answer.result : answer) as { done?: unknown }
}
const add = async (rule: FaultRule) => (await local.post('/admin/faults', rule)).json()
const list = async () => (await fetch(`${local.emulator.url}/admin/faults`)).json()
const stored = () => local.emulator.store.find('ledger', {}, 1000).length

test('the nth exchange of a kind fails with the code of a rule, the others do not', async () => {
  await add({ action: 'database.insertDocument', collection: 'ledger', nth: 2, fault: { code: 'SYS_ERR' } })
  const answers = []
  for (let i = 0; i < 3; i++) answers.push(await ledger('add', { data: { i } }))
  expect(answers.map((answer) => 'done' in answer)).toEqual([true, false, true])
  expect(answers[1]).toMatchObject({ failed: -501001, message: expect.stringContaining('injected') })
  expect(await list()).toMatchObject([{ id: 1, seen: 3, hits: 1, nth: 2 }])
})

test('a rule of another function, operation or collection, or one that is used up, does nothing', async () => {
  const fault = { code: 'SYS_ERR' }
  await add({ function: 'echo', action: 'database.*', fault })
  await add({ operation: 'other', action: 'database.*', fault })
  await add({ collection: 'other', fault })
  expect(await ledger('list')).toHaveProperty('done')
  await add({ function: 'ledger', collection: 'ledger', times: 1, fault })
  expect(await ledger('list')).toMatchObject({ failed: -501001 })
  expect(await ledger('list')).toHaveProperty('done')
})

test('a conflict aborts the transaction and the SDK tries it again; the work is done once', async () => {
  await add({ times: 1, fault: 'conflict' })
  expect(await ledger('raise', { id: 'a' })).toEqual({ done: { tries: 2 } })
  // wx-server-sdk tries again what conflicts in the commit only.
  await add({ action: 'database.modifyDocument', nth: 1, fault: 'conflict' })
  expect(await ledger('raise', { id: 'a' })).toMatchObject({
    failed: -501001,
    message: expect.stringContaining('conflict'),
  })
  expect(local.emulator.store.find('ledger', { _id: 'a' })).toMatchObject([{ value: 1 }])
})

test('an answer that is lost was done; one that is answered twice was done twice', async () => {
  const before = stored()
  local.emulator.faults.add({ action: 'database.insertDocument', times: 1, fault: 'answerLost' })
  expect(await ledger('add', { data: {} })).toMatchObject({
    message: expect.stringContaining('socket hang up'),
  })
  expect(stored()).toBe(before + 1)
  local.emulator.faults.add({ action: 'database.insertDocument', times: 1, fault: 'answeredTwice' })
  expect(await ledger('add', { data: {} })).toHaveProperty('done')
  expect(stored()).toBe(before + 3)
  local.emulator.faults.clear()
  expect(local.emulator.faults.list()).toEqual([])
})

test('an exchange that is never answered runs into the SDK’s own timeout; a late one only takes longer', async () => {
  const before = stored()
  await add({ action: 'database.insertDocument', times: 1, fault: 'timeout' })
  expect(await ledger('add', { data: {} })).toMatchObject({ failed: expect.anything() })
  expect(stored()).toBe(before)
  await add({ action: 'database.insertDocument', times: 1, fault: { delayMs: 300 } })
  expect(await ledger('add', { data: {} })).toHaveProperty('done')
  const exchange = local.emulator.calls().at(-1)?.exchanges[0]
  expect(exchange).toMatchObject({ fault: { delayMs: 300 } })
  expect(exchange?.ms).toBeGreaterThan(290)
})

test('WeChat’s services fail with WeChat’s numbers', async () => {
  await add({
    action: 'openapi.subscribeMessage.send',
    nth: 1,
    fault: { code: 45009, message: 'reach max api' },
  })
  await add({ action: 'openapi.*', nth: 2, fault: { code: -604102 } })
  expect(await ledger('send')).toMatchObject({ failed: 45009 })
  expect(await ledger('send')).toMatchObject({ failed: -604102 })
})

test('a phone’s call fails, times out, is lost after it was done, or is done twice', async () => {
  const of = (fault: FaultRule['fault']) => add({ function: 'ledger', operation: 'x', times: 1, fault })
  const call = () => local.call('ledger', { way: 'add', data: {}, operation: 'x' })
  const before = stored()
  await of({ code: -501004, message: 'exceed concurrent request limit' })
  expect(await call()).toEqual({ error: { code: -501004, message: 'exceed concurrent request limit' } })
  await of('timeout')
  expect(await call()).toMatchObject({ error: { code: -504003 } })
  expect(stored()).toBe(before)
  await of('answerLost')
  await expect(call()).rejects.toThrow()
  expect(stored()).toBe(before + 1)
  await of('answeredTwice')
  expect(await call()).toHaveProperty('result.done')
  expect(stored()).toBe(before + 3)
  await of('answerLost')
  const inProcess = await local.emulator.call('ledger', { way: 'count', operation: 'x' }, 'openid-1')
  expect(inProcess).toMatchObject({ error: { code: -1 } })
})

test.each([
  [{}],
  [[]],
  [null],
  ['conflict'],
  [{ fault: 'flood' }],
  [{ fault: {} }],
  [{ fault: { delayMs: -1 } }],
  [{ fault: 'timeout', nth: 0 }],
  [{ fault: 'timeout', times: 1.5 }],
  [{ fault: 'timeout', function: 7 }],
  [{ fault: 'timeout', probability: 1 }],
])('the rule %j is refused with a sentence', async (rule) => {
  expect(await add(rule as never)).toMatchObject({ error: { message: expect.stringMatching(/\w+ \w+/) } })
  expect(await list()).toEqual([])
})
