import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cloud, type Database, openCloud } from '../conformance/cloud'
import { openStore } from './index'

const schema = {
  collections: {
    things: { indexes: [{ name: 'kind', keys: [{ field: 'kind', direction: 1 as const }] }] },
    keyed: { indexes: [{ name: 'code', keys: [{ field: 'code', direction: 1 as const }], unique: true }] },
  },
}
const dir = mkdtempSync(join(tmpdir(), 'store-'))
const file = join(dir, 'store.db')
let cloud: Cloud
let db: Database

beforeAll(async () => {
  cloud = await openCloud({ file, schema, now: Date.now })
  db = cloud.db
})
afterAll(() => {
  cloud.close()
  rmSync(dir, { recursive: true })
})

test('documents are added, sorted, paged, projected and counted', async () => {
  const { _id } = await db.collection('things').add({ data: { kind: 'a', n: 1, at: new Date(5) } })
  expect(_id).toMatch(/^[0-9a-f]{32}$/)
  for (const n of [3, 2]) await db.collection('things').add({ data: { kind: 'a', n } })
  const { data } = await db
    .collection('things')
    .where({ kind: 'a' })
    .orderBy('n', 'desc')
    .skip(1)
    .limit(2)
    .field({ n: true, _id: false })
    .get()
  expect(data).toEqual([{ n: 2 }, { n: 1 }])
  expect((await db.collection('things').doc(_id).get()).data.at).toEqual(new Date(5))
  expect(
    (
      await db
        .collection('things')
        .where({ n: db.command.gt(1) })
        .count()
    ).total,
  ).toBe(2)
})

test('updates change, replace and remove, and a regular expression matches with its options', async () => {
  const _ = db.command
  const doc = db.collection('things').doc('u')
  await doc.set({ data: { name: 'Rice', n: 1, tags: ['x'] } })
  await doc.update({ data: { n: _.inc(2), tags: _.push(['y']), at: db.serverDate() } })
  expect((await doc.get()).data).toEqual({
    _id: 'u',
    name: 'Rice',
    n: 3,
    tags: ['x', 'y'],
    at: expect.any(Date),
  })
  const found = await db
    .collection('things')
    .where({ name: db.RegExp({ regexp: '^ri', options: 'i' }) })
    .get()
  expect(found.data).toHaveLength(1)
  await doc.update({ data: { n: _.remove() } })
  expect((await doc.get()).data).not.toHaveProperty('n')
  expect((await doc.remove()).stats.removed).toBe(1)
})

test('a duplicate id, a duplicate unique key and an unknown collection get the cloud codes', async () => {
  const keyed = db.collection('keyed')
  await keyed.add({ data: { _id: 'k', code: 1 } })
  await expect(keyed.add({ data: { _id: 'k', code: 2 } })).rejects.toMatchObject({
    errCode: -502001,
    errMsg: expect.stringContaining('E11000'),
  })
  await expect(keyed.add({ data: { code: 1 } })).rejects.toMatchObject({ errCode: -502001 })
  await expect(db.collection('none').get()).rejects.toMatchObject({ errCode: -502005 })
})

test('a transaction reads its snapshot, conflicts with a second writer and leaves nothing when rolled back', async () => {
  await db
    .collection('things')
    .doc('t')
    .set({ data: { n: 1 } })
  const [one, two] = [await db.startTransaction(), await db.startTransaction()]
  const doc = (transaction: typeof one) => transaction.collection('things').doc('t')
  await doc(one).update({ data: { n: 2 } })
  expect((await doc(one).get()).data.n).toBe(2)
  expect((await doc(two).get()).data.n).toBe(1)
  await expect(doc(two).update({ data: { n: 3 } })).rejects.toMatchObject({
    message: expect.stringMatching(/conflict/i),
  })
  const waiting = db
    .collection('things')
    .doc('t')
    .update({ data: { n: db.command.inc(10) } })
  await one.rollback()
  await waiting
  expect((await db.collection('things').doc('t').get()).data.n).toBe(11)
})

test('racing increments lose nothing, in transactions that are retried and in plain writes', async () => {
  await db
    .collection('things')
    .doc('r')
    .set({ data: { n: 0 } })
  const plain = Array.from({ length: 20 }, () =>
    db
      .collection('things')
      .doc('r')
      .update({ data: { n: db.command.inc(1) } }),
  )
  const inside = db.runTransaction(async (transaction: typeof db) => {
    const { data } = await transaction.collection('things').doc('r').get()
    await transaction
      .collection('things')
      .doc('r')
      .update({ data: { n: data.n + 1 } })
  }, 20)
  await Promise.all([...plain, inside])
  expect((await db.collection('things').doc('r').get()).data.n).toBe(21)
})

test('an equality uses the index, an aggregate starts from it, and a reopened file has everything', async () => {
  cloud.store.insertMany(
    'things',
    Array.from({ length: 10_000 }, (_, n) => ({ kind: `k${n % 1000}`, n })),
  )
  const answer = await cloud.store.handle('database.getDocument', {
    collectionName: 'things',
    query: '{"kind":"k7"}',
  })
  expect(answer).toMatchObject({ meta: { scanned: 10, returned: 10 } })
  const { list } = await db
    .collection('things')
    .aggregate()
    .match({ kind: 'k7' })
    .group({ _id: null, sum: db.command.aggregate.sum('$n') })
    .end()
  expect(list).toEqual([{ _id: null, sum: 45_070 }])
  const before = cloud.store.collections()
  cloud.store.close()
  cloud.store = openStore({ file, schema })
  expect(cloud.store.collections()).toEqual(before)
})

test.each([
  [null],
  [{}],
  [{ collectionName: 'things', query: '{' }],
  [{ collectionName: 'things', query: '[]' }],
])('a malformed payload %j is refused with a code', async (payload) => {
  expect(await cloud.store.handle('database.getDocument', payload as never)).toMatchObject({
    code: 'INVALID_PARAM',
  })
})
