import { existsSync } from 'node:fs'
import { startEmulator } from '.'
import { type Started, startFixtures, TEMPLATE } from './fixtures/start'

let local: Started
let empty: string
beforeAll(async () => {
  local = await startFixtures({ schema: { collections: { ledger: {}, pushed: {} } } })
  local.emulator.load({ collections: { ledger: [{ _id: 'a', value: 1 }] } })
  empty = await local.emulator.snapshot()
})
afterEach(() => local.emulator.restore(empty))
afterAll(() => local.stop())

const ledger = async (way: string, input: object = {}) => {
  const answer = await local.call('ledger', { way, ...input })
  return ('result' in answer ? answer.result : answer) as { done?: unknown }
}
const sdk = async (thing: string, input: object) => {
  const answer = (await local.call('sdk', { thing, input })) as { result: { done?: unknown } }
  return answer.result
}
const OPENID = { 'x-demo-openid': 'openid-1' }

test('documents written, changed and made in new collections are as they were', async () => {
  await ledger('add', { data: { value: 9 } })
  await ledger('raise', { id: 'a' })
  local.emulator.load({ collections: { another: [{ _id: 'x' }] } })
  await local.emulator.restore(empty)
  expect(await ledger('list')).toEqual({ done: [{ _id: 'a', value: 1 }] })
  expect(local.emulator.store.collections().map(({ name }) => name)).not.toContain('another')
  expect(await ledger('raise', { id: 'a' })).toEqual({ done: { tries: 1 } })
})

test('whatever has changed since, however often: only that is put back', async () => {
  const all = async () => [await ledger('list'), local.emulator.store.find('pushed', {})]
  const before = await all()
  for (const changed of [['ledger'], ['pushed'], [], ['ledger', 'pushed']]) {
    if (changed.includes('ledger')) await ledger('raise', { id: 'a' })
    if (changed.includes('pushed')) local.emulator.load({ collections: { pushed: [{ _id: 'p' }] } })
    expect(JSON.stringify(await all()) === JSON.stringify(before)).toBe(changed.length === 0)
    await local.emulator.restore(empty)
    expect(await all()).toEqual(before)
  }
  // Another one than the last: everything may differ from it.
  await ledger('raise', { id: 'a' })
  const other = await local.emulator.snapshot()
  await local.emulator.restore(empty)
  expect(await all()).toEqual(before)
  await local.emulator.restore(other)
  expect(await ledger('list')).toEqual({ done: [{ _id: 'a', value: 2 }] })
})

test('files, grants and messages are as they were, also when one was replaced or deleted', async () => {
  await local.post('/upload?path=a.txt', 'first', OPENID)
  await local.post('/wechat/subscribe', { templateIds: [TEMPLATE.id] }, OPENID)
  const full = await local.emulator.snapshot()
  const { fileID } = (await (await local.post('/upload?path=a.txt', 'second', OPENID)).json()) as {
    fileID: string
  }
  await local.emulator.restore(full)
  expect(await sdk('download', { fileID })).toEqual({ done: 'first' })
  await sdk('remove', { fileList: [fileID] })
  const data = { thing1: { value: '修剪' }, time2: { value: '10:00' }, amount3: { value: '1元' } }
  const message = { touser: 'openid-1', templateId: TEMPLATE.id, data }
  expect(await sdk('send', message)).toHaveProperty('done')
  expect(await sdk('send', message)).toMatchObject({ failed: 43101 })
  await local.emulator.restore(full)
  expect(await sdk('download', { fileID })).toEqual({ done: 'first' })
  expect(await sdk('send', message)).toHaveProperty('done')
  await local.emulator.restore(empty)
  expect(await sdk('send', message)).toMatchObject({ failed: 43101 })
  expect(await sdk('download', { fileID })).toHaveProperty('failed')
})

test('the clock, faults and a transaction that was left open do not reach the next test', async () => {
  await local.emulator.clock.advance(1e9)
  local.emulator.faults.add({ function: 'ledger', fault: 'timeout' })
  const begun = await local.post('/admin', { action: 'database.startTransaction' })
  const { transactionId } = (await begun.json()) as { transactionId: string }
  await local.emulator.restore(empty)
  expect(Math.abs(local.emulator.clock.now() - Date.now())).toBeLessThan(1000)
  expect(local.emulator.faults.list()).toEqual([])
  expect(await ledger('raise', { id: 'a' })).toEqual({ done: { tries: 1 } })
  const ended = await local.post('/admin', { action: 'database.commitTransaction', transactionId })
  expect(await ended.json()).toHaveProperty('code')
})

test('a verdict that was waited for is forgotten', async () => {
  await local.call('echo', {})
  await local.post('/upload?path=b.jpg', 'picture', OPENID)
  const mediaUrl = `${local.emulator.url}/files/b.jpg`
  await sdk('checkMedia', { mediaUrl, mediaType: 2, version: 2, scene: 1, openid: 'openid-1' })
  await local.emulator.restore(empty)
  await local.emulator.clock.advance(10_000)
  expect(local.emulator.store.find('pushed', {})).toEqual([])
})

test('the same over HTTP; a snapshot that does not exist is refused with a sentence', async () => {
  const { token } = (await (await local.post('/admin/snapshot', {})).json()) as { token: string }
  await ledger('add', { data: {} })
  expect((await local.post('/admin/restore', { token })).status).toBe(200)
  expect(await ledger('count')).toEqual({ done: 1 })
  expect((await local.post('/admin/restore', { token: '../..' })).status).toBe(400)
  await expect(local.emulator.restore('nothing')).rejects.toThrow('there is no snapshot nothing')
})

test('without a directory or a schema it starts in well under a second, and leaves nothing behind', async () => {
  const started = performance.now()
  const emulator = await startEmulator({ functions: `${__dirname}/fixtures` })
  expect(performance.now() - started).toBeLessThan(1000)
  expect(emulator.store.collections()).toEqual([])
  expect(await emulator.call('echo', {}, 'openid-1')).toHaveProperty('result')
  const { dir } = emulator
  expect(existsSync(dir)).toBe(true)
  await emulator.close()
  expect(existsSync(dir)).toBe(false)
})

test('a restore between tests takes little', async () => {
  const documents = Array.from({ length: 2000 }, (_, i) => ({
    _id: `d${i}`,
    value: i,
    text: 'x'.repeat(200),
  }))
  local.emulator.load({ collections: { ledger: documents } })
  const token = await local.emulator.snapshot()
  const started = performance.now()
  await local.emulator.restore(token)
  expect(performance.now() - started).toBeLessThan(500)
  expect(local.emulator.store.find('ledger', { _id: 'd7' })).toMatchObject([{ value: 7 }])
})
