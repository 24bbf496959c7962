import { type Started, startFixtures } from '../fixtures/start'

let local: Started
beforeAll(async () => {
  local = await startFixtures()
})
afterAll(() => local.stop())

const fault = (way: string, argument?: unknown) => local.call('faults', { way, argument })

test('a function gets the event, the caller, the deployment’s environment and a clock in UTC', async () => {
  expect(await local.call('echo', { a: [1] }, 'openid-7')).toEqual({
    result: {
      event: { a: [1], userInfo: { appId: 'wx0123456789abcdef', openId: 'openid-7' } },
      openid: 'openid-7',
      served: expect.any(Number),
      offset: 0,
      secret: 'of the deployment',
    },
  })
})

test('callers take turns on an instance without seeing each other’s identity', async () => {
  const openids = Array.from({ length: 30 }, (_, i) => `openid-${i}`)
  const answers = await Promise.all(openids.map((openid) => local.call('echo', {}, openid)))
  expect(answers.map((answer) => 'result' in answer && (answer.result as { openid: string }).openid)).toEqual(
    openids,
  )
})

test('a timer’s call and a call by another function carry no identity', async () => {
  const fired = (await local.emulator.fireTimer('echo')) as { result?: { openid?: string; event: object } }
  expect(fired.result).toMatchObject({ event: { Type: 'Timer', TriggerName: 'daily' } })
  expect(fired.result?.openid).toBeUndefined()
  const nested = await local.call('sdk', { thing: 'call', input: { name: 'echo', data: { hello: 1 } } })
  expect(nested).toMatchObject({ result: { done: { result: { event: { hello: 1 } } } } })
  expect(JSON.stringify(nested)).not.toContain('openid-1')
})

test.each([
  ['throws', -504002, 'thrown'],
  ['rejects', -504002, 'rejected'],
  ['circular', -504002, 'circular'],
  ['exits', -504002, 'exited'],
  ['unhandled', -504002, 'nobody looks'],
  ['loops', -504003, 'timed out after 1 seconds'],
])('a function that %s fails the call with %i, and the next call is served', async (way, code, words) => {
  const answer = await fault(way)
  expect(answer).toMatchObject({ error: { code } })
  expect(JSON.stringify(answer)).toContain(words)
  expect(await fault('sleeps', 1)).toEqual({ result: 'slept' })
})

test.each([
  ['hog', 'memory'],
  ['buffers', 'memory limit of 64 MB'],
])('a function that fills its memory with %s fails the call, and the next is served', async (way, words) => {
  const answer = await local.call('patient', { way })
  expect(answer).toMatchObject({ error: { code: -504002 } })
  expect(JSON.stringify(answer)).toContain(words)
  expect(await local.call('patient', { way: 'sleeps', argument: 1 })).toEqual({ result: 'slept' })
})

test('a function that fails after it has answered keeps its answer and harms nobody else', async () => {
  expect(await fault('late')).toEqual({ result: 'answered' })
  await new Promise((done) => setTimeout(done, 600))
  expect(await fault('sleeps', 1)).toEqual({ result: 'slept' })
})

test('an answer of up to 1 MB passes, a bigger one is refused; nothing answered is null', async () => {
  expect(await local.call('patient', { way: 'big', argument: 1_000_000 })).toMatchObject({
    result: expect.stringMatching(/^x/),
  })
  expect(await local.call('patient', { way: 'big', argument: 7_000_000 })).toMatchObject({
    error: { code: -604001 },
  })
  expect(await fault('nothing')).toEqual({ result: null })
})

test('no such function, a request above 100 KB, and a body that is no JSON are refused in the cloud’s words', async () => {
  expect(await local.call('nothing', {})).toMatchObject({ error: { code: -501000 } })
  expect(await local.call('../echo', {})).toMatchObject({ error: { code: expect.anything() } })
  expect(await local.call('echo', { text: 'x'.repeat(101 * 1024) })).toMatchObject({
    error: { code: -501007 },
  })
  const answer = await local.post('/call/echo', '{"a":', { 'x-demo-openid': 'openid-1' })
  expect(answer.status).toBe(400)
  expect((await local.post('/call/echo', {})).status).toBe(400)
})

test('calls beyond the plan wait, and beyond the queue are refused with -501004; all who waited are served', async () => {
  const small = await startFixtures({ concurrency: 2, queue: 3 })
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => small.call('faults', { way: 'sleeps', argument: 200 })),
  )
  const count = (text: string) => answers.filter((answer) => JSON.stringify(answer).includes(text)).length
  expect([count('slept'), count('-501004')]).toEqual([5, 5])
  await small.stop()
})

test('each call is on record with its exchanges and what it logged', async () => {
  await local.call('sdk', {
    thing: 'checkText',
    input: { content: '好', version: 2, scene: 2, openid: 'openid-1' },
  })
  const record = local.emulator.calls().at(-1)
  expect(record).toMatchObject({ function: 'sdk', ok: true, openid: 'openid-1' })
  expect(record?.exchanges.map((exchange) => exchange.action)).toEqual(['openapi.security.msgSecCheck'])
})
