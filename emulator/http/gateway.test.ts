import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Started, startFixtures } from '../fixtures/start'

let local: Started
beforeAll(async () => {
  local = await startFixtures()
})
afterAll(() => local.stop())

/** `fetch` does not let one lie about Host. */
const status = (headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((done, failed) => {
    request(`${local.emulator.url}/call/echo`, { method: 'POST', headers }, (response) => {
      response.resume()
      done(response.statusCode)
    })
      .on('error', failed)
      .end('{}')
  })

test('a page from elsewhere, and a name that was made to point here, are refused', async () => {
  expect(await status({ 'x-demo-openid': 'o', origin: 'https://elsewhere.example' })).toBe(403)
  expect(await status({ 'x-demo-openid': 'o', host: 'elsewhere.example' })).toBe(403)
  expect(await status({ 'x-demo-openid': 'o', origin: local.emulator.url })).toBe(200)
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
