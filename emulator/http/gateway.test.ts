import { mkdtempSync, rmSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Started, startFixtures } from '../fixtures/start'

let local: Started
beforeAll(async () => {
  local = await startFixtures()
})
afterAll(() => local.stop())

/** `fetch` does not let one lie about Host. */
const ask = (path: string, method: string, headers: Record<string, string>): Promise<IncomingMessage> =>
  new Promise((done, failed) => {
    request(local.emulator.url + path, { method, headers }, (response) => {
      response.resume()
      done(response)
    })
      .on('error', failed)
      .end(method === 'POST' ? '{}' : undefined)
  })
const status = async (headers: Record<string, string>) =>
  (await ask('/call/echo', 'POST', headers)).statusCode

test('a page from elsewhere, and a name that was made to point here, are refused', async () => {
  expect(await status({ 'x-demo-openid': 'o', origin: 'https://elsewhere.example' })).toBe(403)
  expect(await status({ 'x-demo-openid': 'o', host: 'elsewhere.example' })).toBe(403)
  expect(await status({ 'x-demo-openid': 'o', origin: local.emulator.url })).toBe(200)
})

test.each([
  ['/admin', 'POST'],
  ['/admin/clock', 'POST'],
  ['/admin/faults', 'DELETE'],
  ['/admin/timer/echo', 'POST'],
  ['/upload?path=a', 'POST'],
  ['/functions', 'GET'],
  ['/calls/', 'GET'],
  ['/collections', 'GET'],
  ['/collections/echo?filter={}', 'GET'],
  ['/export', 'GET'],
  ['/import', 'POST'],
  ['/wechat/messages', 'GET'],
  ['/wechat/messages/stream', 'GET'],
  ['/wechat/subscribe', 'POST'],
  ['/console/', 'GET'],
  ['/call/echo', 'OPTIONS'],
  ['/nothing', 'GET'],
])('%s %s is closed to pages from elsewhere, and allows none to read it', async (path, method) => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { host: `elsewhere.example:${local.emulator.port}` },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
    { origin: 'https://elsewhere.example', connection: 'upgrade', upgrade: 'websocket' },
  ]
  for (const headers of foreign) {
    const answer = await ask(path, method, headers)
    expect(answer.statusCode).toBe(403)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})

test('a link from elsewhere may lead to a page here', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
  expect((await ask('/nothing', 'GET', headers)).statusCode).toBe(404)
})

test('it listens on the loopback address only', async () => {
  const others = Object.values(networkInterfaces())
    .flat()
    .filter((each) => each && !each.internal && each.family === 'IPv4')
  for (const other of others)
    await expect(fetch(`http://${other?.address}:${local.emulator.port}/functions`)).rejects.toThrow()
  expect(local.emulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

test('a port that is taken, and a directory that is in use, get a sentence', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  await expect(startFixtures({ port: local.emulator.port })).rejects.toThrow(/port \d+ is taken/)
  const first = await startFixtures({ dir })
  await expect(startFixtures({ dir })).rejects.toThrow(/is in use by another local cloud/)
  await first.stop()
  const again = await startFixtures({ dir })
  await again.stop()
  rmSync(dir, { recursive: true, force: true })
})

test.each([
  ['no JSON', '{'],
  ['null', 'null'],
  ['a list', '[]'],
  ['no action', '{}'],
  ['an unknown action', '{"action":"database.explode"}'],
  ['a query that is no text', '{"action":"database.getDocument","collectionName":"a","query":{}}'],
  ['malformed EJSON', '{"action":"database.getDocument","collectionName":"a","query":"{"}'],
])('the SDK’s endpoint answers %s with a code and goes on serving', async (_, body) => {
  const answer = (await (await local.post('/admin', body)).json()) as object
  expect(answer).toMatchObject({ code: expect.any(String), message: expect.any(String) })
  expect(await local.call('echo', {})).toMatchObject({ result: {} })
})
