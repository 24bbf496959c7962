import fc from 'fast-check'
import { type Started, startFixtures } from '../fixtures/start'

let local: Started
beforeAll(async () => {
  local = await startFixtures()
  local.emulator.load({ collections: { things: [{ _id: 'a', n: 1 }] } })
})
// Whatever was sent, a person's call is still served.
afterEach(async () => {
  await fetch(`${local.emulator.url}/admin/faults`, { method: 'DELETE' })
  await local.post('/admin/clock', { reset: true })
  expect(await local.call('echo', {})).toMatchObject({ result: { openid: 'openid-1' } })
})
afterAll(() => local.stop())

const RUNS = { numRuns: Number(process.env.FUZZ_RUNS ?? 150) }
const send = async (
  path: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
  method = 'POST',
) => {
  const answer = await fetch(local.emulator.url + path, {
    method,
    headers: { 'x-demo-openid': 'openid-1', ...headers },
    body: body as string,
    signal: AbortSignal.timeout(20_000),
  })
  return { status: answer.status, text: await answer.text() }
}

const json = fc.json({ maxDepth: 4 })
/** Values of the kinds a payload has, as often as anything else. */
const value = fc.oneof(
  fc.anything({ maxDepth: 3 }),
  json,
  fc.constantFrom(
    'things',
    'a',
    'WHERE',
    'DOC',
    '{}',
    '[]',
    '{"n":1}',
    '{"$set":{"n":{"$numberInt":"x"}}}',
    '{"$where":"1"}',
  ),
)
const ACTIONS = [
  ...[
    'getDocument',
    'insertDocument',
    'modifyDocument',
    'modifyAndReturnDoc',
    'removeDocument',
    'calculateDocument',
  ],
  ...[
    'aggregateDocuments',
    'addCollection',
    'startTransaction',
    'getInTransaction',
    'updateDocInTransaction',
  ],
  ...['commitTransaction', 'abortTransaction', 'constructor', '__proto__'],
].map((name) => `database.${name}`)
const OTHERS = ['storage.getUploadMetadata', 'storage.batchGetDownloadUrl', 'storage.batchDeleteFile']
const FIELDS = [
  ...[
    'collectionName',
    'query',
    'queryType',
    'data',
    'order',
    'offset',
    'limit',
    'projection',
    'transactionId',
    'multi',
  ],
  ...[
    'merge',
    'upsert',
    'stages',
    'path',
    'file_list',
    'fileid_list',
    'function_name',
    'request_data',
    '__proto__',
  ],
]

test('any payload for any action of the SDK gets data or a code', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ACTIONS, ...OTHERS, 'functions.invokeFunction', 'wx.openApi', ''),
      fc.dictionary(fc.constantFrom(...FIELDS), value),
      async (action, payload) => {
        const body = JSON.stringify({ ...payload, action }, (_, each: unknown) =>
          typeof each === 'bigint' ? String(each) : each,
        )
        const { status, text } = await send('/admin', body)
        const answer = JSON.parse(text) as { code?: unknown; data?: unknown; requestId?: unknown }
        expect(status).toBe(200)
        expect(typeof answer.requestId).toBe('string')
        expect(typeof answer.code === 'string' || answer.data !== undefined).toBe(true)
      },
    ),
    RUNS,
  ))

test('any bytes, of any type, on any route get an answer below 500', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        '/admin',
        '/admin/instance/x',
        '/admin/faults',
        '/admin/clock',
        '/admin/timer/%ff',
        '/call/echo',
        '/call/%00',
        '/upload?path=a',
        '/wechat/subscribe',
        '/files/a',
        '/collections/%',
        '/import',
        '/import?collection=things',
      ),
      fc.constantFrom(
        'application/json',
        'text/plain',
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        '',
      ),
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        json.map((text) => new TextEncoder().encode(text)),
      ),
      fc.constantFrom('POST', 'PUT', 'DELETE', 'PATCH'),
      async (path, type, body, method) => {
        const { status } = await send(path, body, type ? { 'content-type': type } : {}, method)
        expect(status).toBeLessThan(500)
      },
    ),
    RUNS,
  ))

test('any multipart form for cloud.openapi gets an answer', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom('apiName', 'requestData', 'x', ''),
      fc.oneof(fc.string(), fc.constantFrom('openapi.security.msgSecCheck', 'openapi.constructor', 'a.b.c')),
      fc.uint8Array({ maxLength: 200 }),
      fc.boolean(),
      async (name, api, data, ends) => {
        const part = (key: string, bytes: Uint8Array | string) => [
          `--x\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n`,
          bytes,
          '\r\n',
        ]
        const body = [...part('apiName', api), ...part(name, data), ends ? '--x--\r\n' : '']
        const { status } = await send('/admin', Buffer.concat(body.map((each) => Buffer.from(each))), {
          'content-type': 'multipart/form-data; boundary=x',
        })
        expect(status).toBe(200)
      },
    ),
    RUNS,
  ))

test('any path of an upload is stored under that name or refused', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.webPath(), fc.constant('../'.repeat(9))),
      async (path) => {
        const { status, text } = await send(`/upload?path=${encodeURIComponent(path)}`, 'x')
        const { fileID } = JSON.parse(text) as { fileID?: string }
        expect(status).toBe(200)
        if (fileID) expect(fileID.endsWith(`/${path}`)).toBe(true)
      },
    ),
    RUNS,
  ))
