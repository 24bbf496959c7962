import { type Started, startFixtures } from '../fixtures/start'

const SCHEMA = {
  collections: {
    farms: {
      indexes: [{ name: 'code', keys: [{ field: 'code', direction: 1 as const }], unique: true }],
    },
    empty: {},
  },
}
let [from, to]: Started[] = []
beforeEach(async () => {
  ;[from, to] = await Promise.all([startFixtures({ schema: SCHEMA }), startFixtures({ schema: SCHEMA })])
})
afterEach(() => Promise.all([from?.stop(), to?.stop()]))

const download = (path: string) => fetch(from!.emulator.url + path).then((answer) => answer.text())
const upload = async (text: string, query = '', cloud = to!) => {
  const answer = await cloud.post(`/import${query}`, text)
  return { status: answer.status, ...((await answer.json()) as Record<string, unknown>) }
}
const texts = ({ emulator }: Started) =>
  emulator.store.collections().map(({ name }) => [name, [...emulator.store.texts(name)]])

const FARMS = [
  {
    _id: 'a',
    code: 1,
    since: new Date('2026-03-01T08:00:00.123Z'),
    village: '李家湾',
    share: 0.5,
    nothing: null,
    plots: [{ crops: ['李子', '花椒'], visits: [new Date(0), new Date('1949-10-01')] }, []],
    text: 'two\nlines \u2028 and "quotes" 🌱',
    pattern: /^李/i,
    big: 2 ** 40,
  },
  { _id: 7, code: 2 },
]

test('a data set comes out as JSON lines and goes in elsewhere the same: dates, empty collections and all', async () => {
  from!.emulator.load({
    collections: { farms: FARMS, others: Array.from({ length: 5000 }, (_, n) => ({ _id: `o${n}`, n })) },
  })
  const lines = await download('/export')
  expect(lines.split('\n')[1]).toContain('"since":{"$date":"2026-03-01T08:00:00.123Z"}')
  expect(await upload(lines)).toEqual({
    status: 200,
    imported: 5002,
    collections: { farms: 2, others: 5000 },
  })
  expect(texts(to!)).toEqual(texts(from!))
  expect(to!.emulator.store.find('farms', { since: { $gte: new Date('2026-01-01') } })).toEqual([FARMS[0]])
})

test('one collection comes out as its documents, and goes into any other', async () => {
  from!.emulator.load({ collections: { farms: FARMS } })
  const answer = await fetch(`${from!.emulator.url}/export?collection=farms`)
  expect(answer.headers.get('content-disposition')).toContain('farms.jsonl')
  expect(await upload(await answer.text(), '?collection=copy')).toMatchObject({ imported: 2 })
  expect([...to!.emulator.store.texts('copy')]).toEqual([...from!.emulator.store.texts('farms')])
  expect((await fetch(`${from!.emulator.url}/export?collection=nowhere`)).status).toBe(404)
})

test('what is there under the same _id is replaced, the rest stays, and what has no _id gets one', async () => {
  to!.emulator.load({ collections: { farms: FARMS } })
  const lines = '\uFEFF{"_id":"a","code":3}\r\n\r\n{"code":4}\n'
  expect(await upload(lines, '?collection=farms')).toMatchObject({ imported: 2 })
  const farms = to!.emulator.store.find('farms', {}, 10, { code: 1 })
  expect(farms).toEqual([FARMS[1], { _id: 'a', code: 3 }, { _id: expect.any(String), code: 4 }])
})

test.each([
  ['no JSON', '{"_id":', /^invalid parameters: line 3: this is not JSON/],
  ['a list', '[]', /line 3: an object is expected|line 3: a document in braces/],
  ['a date', '{"$date":"2026-01-01T00:00:00Z"}', /line 3: a document in braces/],
  ['a name with a dollar', '{"a":{"$set":1}}', /line 3: .*dollar/],
  ['an _id that is a list', '{"_id":[1]}', /line 3: .*_id/],
  ['what a unique index has already', '{"code":1}', /line 3: .*E11000/],
])('%s is told with its line, and nothing at all is written', async (_, wrong, message) => {
  to!.emulator.load({ collections: { farms: [{ _id: 'here', code: 9 }] } })
  const before = texts(to!)
  const lines = `{"code":1}\n{"_id":"here","code":2}\n${wrong}\n{"code":5}\n`
  const answer = await upload(lines, '?collection=farms')
  expect(answer).toMatchObject({ status: 400, line: 3, error: { message: expect.stringMatching(message) } })
  expect(texts(to!)).toEqual(before)
})

test('a line of a data set must say where it belongs, and a collection made on the way is gone again', async () => {
  const before = texts(to!)
  const lines = '{"collection":"new","document":{"n":1}}\n{"collection":"new","document":{"n":2}}\n'
  expect(await upload(`${lines}{"n":3}`)).toMatchObject({ status: 400, line: 3 })
  expect(await upload(`${lines}{"collection":"../x","document":{}}`)).toMatchObject({ line: 3 })
  expect(await upload(lines, '?collection=no/name')).toMatchObject({ status: 400 })
  expect(texts(to!)).toEqual(before)
  expect(await upload(lines)).toMatchObject({ imported: 2 })
  expect(to!.emulator.store.find('new', {}, 9, { n: 1 })).toMatchObject([{ n: 1 }, { n: 2 }])
})

test('nothing is imported while a transaction is open', async () => {
  const payload = { action: 'database.startTransaction' }
  const { transactionId } = (await (await to!.post('/admin', payload)).json()) as { transactionId: string }
  expect(await upload('{"code":1}', '?collection=farms')).toMatchObject({
    error: { message: expect.stringContaining('a transaction is open') },
  })
  await to!.post('/admin', { action: 'database.abortTransaction', transactionId })
  expect(await upload('{"code":1}', '?collection=farms')).toMatchObject({ imported: 1 })
})
