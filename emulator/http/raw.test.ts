import { connect } from 'node:net'
import fc from 'fast-check'
import { type Started, startFixtures } from '../fixtures/start'

let local: Started
beforeAll(async () => {
  local = await startFixtures()
})
// Whatever was sent, a person's call is still served.
afterEach(async () => {
  expect(await local.call('echo', {})).toMatchObject({ result: { openid: 'openid-1' } })
})
afterAll(() => local.stop())

/** Bytes as they are, without a client that would put them right. */
const raw = (bytes: string | Uint8Array): Promise<string> =>
  new Promise((done) => {
    let text = ''
    const socket = connect(local.emulator.port, '127.0.0.1', () => socket.end(bytes))
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
    })
    socket.on('error', () => done(text))
    socket.on('close', () => done(text))
    setTimeout(() => socket.destroy(), 500)
  })
const host = () => `host: 127.0.0.1:${local.emulator.port}\r\n`

test('any header gets an answer, and what is no HTTP is cut off', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        'x-demo-openid',
        'content-type',
        'content-length',
        'range',
        'last-event-id',
        'transfer-encoding',
      ),
      fc.string({ unit: 'binary', maxLength: 60 }),
      async (name, text) => {
        const head = `POST /call/echo HTTP/1.1\r\n${host()}${name}: ${text}\r\nconnection: close\r\n\r\n{}`
        expect(await raw(head)).toMatch(/^(HTTP\/1\.1 [24]\d\d |$)/)
      },
    ),
    { numRuns: 60 },
  ))

test.each([
  ['nothing', ''],
  ['bytes that are no HTTP', '\u0000\u0001\u0002\r\n\r\n'],
  ['a body that ends early', 'POST /admin HTTP/1.1\r\nHOSTcontent-length: 100\r\n\r\n{"a'],
  ['a request without a host', 'GET /functions HTTP/1.0\r\n\r\n'],
  ['an upgrade', 'GET /console HTTP/1.1\r\nHOSTconnection: upgrade\r\nupgrade: websocket\r\n\r\n'],
  ['a tunnel', 'CONNECT example.com:443 HTTP/1.1\r\nHOST\r\n'],
  ['an address that is no path', 'GET http://[ HTTP/1.1\r\nHOST\r\n'],
  ['a path that is too long', `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHOST\r\n`],
])('%s does not stop it', async (_, bytes) => {
  expect(await raw(bytes.replace('HOST', host()))).not.toMatch(/^HTTP\/1\.1 5/)
})

test.each([
  ['deep', '['.repeat(100_000)],
  ['deep and closed', `{"action":"database.getDocument","query":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  [
    'deep inside a query',
    JSON.stringify({
      action: 'database.getDocument',
      collectionName: 'things',
      queryType: 'WHERE',
      query: `{"a":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
    }),
  ],
])('JSON that is %s gets a code', async (_, body) => {
  expect(await (await local.post('/admin', body)).json()).toMatchObject({ code: expect.any(String) })
})
