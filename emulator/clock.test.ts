import { type Started, startFixtures } from './fixtures/start'

let local: Started
beforeEach(async () => {
  local = await startFixtures({ timers: true })
  local.emulator.load({ collections: { fired: [], stamps: [] } })
})
afterEach(() => local.stop())

const move = async (how: object) => (await local.post('/admin/clock', how)).json() as Promise<{ now: number }>
const HOUR = 60 * 60_000

/** All the ways a function can see the time, and the database's. */
const times = async () => {
  const { result } = (await local.call('clock', {})) as { result: Record<string, number> & { is: unknown[] } }
  expect(result.is).toEqual([true, true, 0])
  return [result.now, result.date, result.text, result.server]
}

test('a clock that is set is the functions’ and the database’s, also of instances that run already', async () => {
  await times()
  const { now } = await move({ set: '2030-05-08T00:00:00Z' })
  expect(now - Date.parse('2030-05-08T00:00:00Z')).toBeLessThan(1000)
  for (const time of await times()) expect(Math.abs((time ?? 0) - now)).toBeLessThan(5000)
  await move({ reset: true })
  for (const time of await times()) expect(Math.abs((time ?? 0) - Date.now())).toBeLessThan(5000)
})

test('a timer that comes due while the clock is moved fires once each time it is due, at that time', async () => {
  await move({ set: '2030-05-08T00:30:00Z' })
  await move({ advance: 3 * HOUR })
  const fired = local.emulator.store.find('fired', {}) as { at: string; event: object }[]
  expect(fired.map(({ at }) => at.slice(0, 16)).sort()).toEqual([
    '2030-05-08T01:00',
    '2030-05-08T02:00',
    '2030-05-08T03:00',
  ])
  expect(fired[0]?.event).toMatchObject({
    Type: 'Timer',
    TriggerName: 'hourly',
    Time: expect.stringMatching(/^2030-05-08T0\d:00:00.000Z$/),
    Message: '',
  })
  // A jump fires nothing, and an hour later the next one is due.
  await move({ set: '2030-05-01T00:30:00Z' })
  expect(local.emulator.store.find('fired', {})).toHaveLength(3)
  await move({ advance: HOUR })
  expect(local.emulator.store.find('fired', {})).toHaveLength(4)
})

test('the addresses of files and who used the mini-program lately follow the clock', async () => {
  const { fileID } = (await (
    await local.post('/upload?path=a.txt', 'x', { 'x-demo-openid': 'openid-1' })
  ).json()) as { fileID: string }
  const { result } = (await local.call('sdk', { thing: 'urls', input: { fileList: [fileID] } })) as {
    result: { done: { fileList: { tempFileURL: string }[] } }
  }
  const url = result.done.fileList[0]?.tempFileURL ?? ''
  expect((await fetch(url)).status).toBe(200)
  await move({ advance: 2.5 * HOUR })
  expect((await fetch(url)).status).toBe(403)
  const input = { content: '好', version: 2, scene: 2, openid: 'openid-1' }
  expect(await local.call('sdk', { thing: 'checkText', input }, 'openid-2')).toMatchObject({
    result: { failed: 61010 },
  })
})

test('the clock is told, moved in a test without HTTP, and what is no time is refused', async () => {
  await local.emulator.clock.advance(HOUR / 100)
  expect(await (await fetch(`${local.emulator.url}/admin/clock`)).json()).toMatchObject({
    ahead: expect.closeTo(HOUR / 100, -3),
    iso: expect.any(String),
  })
  for (const wrong of [{}, [], { set: 'soon' }, { advance: '1' }, { set: 1e300 }, 7, { advance: null }])
    expect((await local.post('/admin/clock', wrong)).status).toBe(400)
})
