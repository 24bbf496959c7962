import { type Started, startFixtures } from '../fixtures/start'

// What is asserted here: developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html
let local: Started
beforeAll(async () => {
  local = await startFixtures({ idleMs: 300 })
})
afterAll(() => local.stop())

const contextAt = async (depth: number, openid?: string) =>
  ((await local.emulator.call('relay', { depth }, openid)) as { result?: unknown }).result

test('a mini-program’s call has its OPENID and APPID, and SOURCE wx_client', async () => {
  expect(await contextAt(0, 'openid-1')).toEqual({
    OPENID: 'openid-1',
    APPID: 'wx0123456789abcdef',
    CLIENTIP: '127.0.0.1',
    ENV: 'local',
    SOURCE: 'wx_client',
  })
})

test('SOURCE follows the chain of calls, OPENID does not', async () => {
  expect(await contextAt(1, 'openid-1')).toMatchObject({ SOURCE: 'wx_client,scf' })
  const third = await contextAt(2, 'openid-1')
  expect(third).toMatchObject({ SOURCE: 'wx_client,scf,scf' })
  expect(third).not.toHaveProperty('OPENID')
})

test('a timer has SOURCE wx_trigger and nobody’s OPENID, also on an instance that served somebody', async () => {
  await local.call('echo', {}, 'openid-1')
  await local.emulator.fireTimer('echo')
  expect(local.emulator.calls().at(-1)).toMatchObject({ source: 'wx_trigger', coldStart: false })
  expect(local.emulator.calls().at(-1)?.openid).toBeUndefined()
  const byHand = await local.post('/admin/timer/echo', '')
  expect(await byHand.json()).toMatchObject({ result: { event: { Type: 'Timer', TriggerName: 'daily' } } })
  expect(await (await local.post('/admin/timer/sdk', '')).json()).toMatchObject({ error: { code: -501007 } })
})

const relay = async (name: string, data: object) =>
  ((await local.call('relay', { name, data })) as { result: unknown }).result

test('cloud.callFunction answers result and requestID, and the called function’s failure as an error', async () => {
  expect(await relay('echo', { a: 1 })).toEqual({
    result: expect.objectContaining({ event: { a: 1 } }),
    errMsg: 'callFunction:ok',
    requestID: expect.any(String),
  })
  // wx-server-sdk 4 makes -1 of every error; the words are the cloud's.
  expect(await relay('faults', { way: 'throws' })).toMatchObject({
    failed: -1,
    message: expect.stringContaining('thrown'),
  })
  expect(await relay('faults', { way: 'loops' })).toMatchObject({
    failed: -1,
    message: expect.stringContaining('timed out after 1 seconds'),
  })
  expect(await relay('faults', { way: 'nothing' })).toMatchObject({ result: null })
  expect(await relay('nobody', {})).toMatchObject({
    message: expect.stringContaining('FunctionName parameter could not be found'),
  })
})

test('between functions an event and an answer may have up to 6 MB', async () => {
  expect(await relay('patient', { way: 'big', argument: 3_000_000 })).toBe(3_000_000)
  expect(await relay('patient', { way: 'big', argument: 7_000_000 })).toMatchObject({
    failed: -1,
    message: expect.stringContaining('exceeds 6 MB'),
  })
})

test('instances that have nothing to do are stopped; each start is counted and shown', async () => {
  const of = async (name: string) => {
    const functions = (await (await fetch(`${local.emulator.url}/functions`)).json()) as {
      name: string
      instances: number
    }[]
    return functions.find((each) => each.name === name)
  }
  // Long enough that all three have come before the first is done, on a busy machine too.
  await Promise.all([1, 2, 3].map(() => local.call('patient', { way: 'sleeps', argument: 3000 })))
  const { coldStarts } = (await of('patient')) as unknown as { coldStarts: number }
  expect(coldStarts).toBeGreaterThanOrEqual(3)
  for (let tries = 0; tries < 300; tries++) {
    if ((await of('patient'))?.instances === 0) break
    await new Promise((done) => setTimeout(done, 100))
  }
  expect(await of('patient')).toMatchObject({ instances: 0, coldStarts })
  await local.call('patient', { way: 'sleeps', argument: 1 })
  expect(await of('patient')).toMatchObject({ coldStarts: coldStarts + 1 })
  expect(local.emulator.calls().at(-1)).toMatchObject({ coldStart: true })
})
