import { type Started, startFixtures } from '../fixtures/start'

let local: Started
beforeAll(async () => {
  local = await startFixtures({
    schema: {
      collections: {
        farms: { indexes: [{ name: 'village', keys: [{ field: 'village', direction: 1 }] }] },
        ledger: {},
      },
    },
  })
  const farms = Array.from({ length: 60 }, (_, n) => ({
    _id: `f${String(n).padStart(2, '0')}`,
    village: n % 6,
    at: new Date(Date.UTC(2026, 0, 1 + n)),
  }))
  local.emulator.load({ collections: { farms, ledger: [{ _id: 'a', value: 1 }] } })
})
afterAll(() => local.stop())

const get = async (path: string) => {
  const answer = await fetch(local.emulator.url + path)
  return (await answer.json()) as never
}
const query = (parameters: Record<string, string>) =>
  get(`/collections/farms?${new URLSearchParams(parameters)}`) as Promise<Record<string, unknown>>

test('a page of documents is found by filter, order, skip and limit, dates told from texts', async () => {
  const filter = '{"at":{"$gte":{"$date":"2026-02-01T00:00:00Z"}}}'
  const found = await query({ filter, order: '{"at":-1}', skip: '1', limit: '2' })
  expect(found.documents).toEqual([
    { _id: 'f58', village: 4, at: { $date: '2026-02-28T00:00:00Z' } },
    { _id: 'f57', village: 3, at: { $date: '2026-02-27T00:00:00Z' } },
  ])
})

test('a collection there is not is told, not shown as an empty one', async () => {
  for (const path of ['/collections/nothing', '/collections/nothing?filter={}']) {
    const answer = await fetch(local.emulator.url + path)
    expect([answer.status, await answer.json()]).toMatchObject([
      404,
      { error: { message: expect.stringContaining('no such collection') } },
    ])
  }
})

test('how it was found is explained, and looking at too much is flagged', async () => {
  const found = await query({ filter: '{"village":2}', explain: '1' })
  expect(found.explanation).toMatchObject({
    ...{ index: 'village', spans: 1, exact: true, scanned: 10, returned: 10 },
  })
  expect(found.wasteful).toBeUndefined()
  expect(await query({ filter: '{"at":{"$lt":{"$date":"2026-01-03T00:00:00Z"}}}' })).toMatchObject({
    ...{ scanned: 60, returned: 2, wasteful: true },
  })
})

test.each([
  ['{"village":', /malformed/],
  ['[]', /object/],
  ['{"$nonsense":1}', /./],
])('the filter %s is refused with a sentence', async (filter, message) => {
  expect(await query({ filter })).toMatchObject({ error: { message: expect.stringMatching(message) } })
})

test('calls are listed in one line each, with what they cost and how they failed', async () => {
  await local.call('ledger', { way: 'list', operation: 'ledger.list' })
  await local.call('faults', { way: 'throws' })
  const calls = (await get('/calls?brief=1')) as object[]
  expect(calls.slice(-2)).toEqual([
    expect.objectContaining({
      ...{ function: 'ledger', operation: 'ledger.list', ok: true, coldStart: true },
      ...{ exchanges: 1, scanned: 1, wasteful: 0, openid: 'openid-1' },
    }),
    expect.objectContaining({
      ok: false,
      error: { code: -504002, message: expect.stringContaining('thrown') },
    }),
  ])
  expect(calls.at(-1)).not.toHaveProperty('running')
})

test('functions tell when their timer fires next, phones what they still accept', async () => {
  await local.post('/admin/clock', { set: '2026-05-01T12:00:00Z' })
  expect(await get('/functions')).toContainEqual(
    // Eight in the morning, Beijing's time.
    expect.objectContaining({ name: 'echo', next: expect.stringMatching(/^2026-05-02T00:00:00/) }),
  )
  await local.post('/admin/clock', { reset: true })
  const headers = { 'x-demo-openid': 'openid-2' }
  await local.post('/wechat/subscribe', { templateIds: ['template-1'] }, headers)
  expect(await get('/wechat/grants')).toEqual([
    { openid: 'openid-2', templateId: 'template-1', title: '报名成功通知', remaining: 1 },
  ])
})

test('nobody may lay the console under their own page', async () => {
  const page = await fetch(`${local.emulator.url}/console/`)
  expect(page.headers.get('x-frame-options')).toBe('DENY')
})
