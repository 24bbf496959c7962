import { type Cloud, type Database, openCloud } from './cloud'

/**
 * What only `@cloudbase/node-sdk` offers, and what its own tests, which run against the cloud, show beyond the
 * documentation: https://github.com/TencentCloudBase/node-sdk/tree/master/test/database
 */
let cloud: Cloud
let db: Database
let things: Database
let made = 0

beforeAll(async () => {
  cloud = await openCloud()
  db = require('@cloudbase/node-sdk').init({ env: 'local' }).database()
})
afterAll(() => cloud.close())
beforeEach(async () => {
  const name = `n${made++}`
  await db.createCollection(name)
  things = db.collection(name)
  await things.add([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 2 },
  ])
})

const within = (transaction: Database) => transaction.collection(things.name)
const idsOf = async (query: Database) => (await query.get()).data.map((each: { _id: string }) => each._id)

describe('transactions by a filter', () => {
  test('where finds what the transaction made, and not what it removed or changed away', async () => {
    const transaction = await db.startTransaction()
    await within(transaction).add([
      { _id: 'c', n: 3 },
      { _id: 'd', n: 9 },
    ])
    await within(transaction).doc('a').remove()
    await within(transaction).doc('b').update({ n: 4 })
    const found = within(transaction)
      .where({ n: db.command.lt(5) })
      .orderBy('n', 'desc')
    expect(await idsOf(found)).toEqual(['b', 'c'])
    expect(await idsOf(found.skip(1).limit(1))).toEqual(['c'])
    expect(await idsOf(things.where({ n: db.command.lt(5) }))).toEqual(['a', 'b'])
    await transaction.commit()
    expect(await idsOf(things.orderBy('n', 'asc'))).toEqual(['c', 'b', 'd'])
  })

  test('where does not find what others made, and still finds what they changed or removed', async () => {
    const transaction = await db.startTransaction()
    await within(transaction).doc('a').get()
    await things.add({ _id: 'late', n: 1 })
    await things.doc('a').update({ n: 7 })
    await things.doc('b').remove()
    const { data } = await within(transaction)
      .where({ n: db.command.lt(5) })
      .orderBy('n', 'asc')
      .get()
    expect(data).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
    ])
    await transaction.rollback()
  })

  test('its snapshot is taken by its first operation, not by its start', async () => {
    const transaction = await db.startTransaction()
    await things.doc('a').update({ n: 7 })
    expect((await within(transaction).where({ n: 7 }).get()).data).toEqual([{ _id: 'a', n: 7 }])
    await within(transaction).doc('a').update({ n: 8 })
    await transaction.commit()
    expect((await things.doc('a').get()).data).toEqual([{ _id: 'a', n: 8 }])
  })

  test('updateAndReturn changes one document inside', async () => {
    const transaction = await db.startTransaction()
    const { doc } = await within(transaction)
      .where({ n: 2 })
      .updateAndReturn({ n: db.command.inc(5) })
    expect(doc).toEqual({ _id: 'b', n: 7 })
    expect(await idsOf(things.where({ n: 7 }))).toEqual([])
    await transaction.commit()
    expect(await idsOf(things.where({ n: 7 }))).toEqual(['b'])
  })

  test('a thousand documents and one more are added at once', async () => {
    const transaction = await db.startTransaction()
    const { ids } = await within(transaction).add(
      Array.from({ length: 1001 }, (_, n) => ({ name: `many${n}` })),
    )
    expect(ids).toHaveLength(1001)
    expect(await idsOf(within(transaction).where({ name: /^many/ }).limit(1000))).toHaveLength(1000)
    await transaction.commit()
    expect((await things.count()).total).toBe(1003)
  })

  test('errors are told in the words of the cloud', async () => {
    const [one, two] = [await db.startTransaction(), await db.startTransaction()]
    await within(one).doc('a').update({ n: 5 })
    await expect(within(two).doc('a').update({ n: 6 })).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
      message:
        '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
    })
    await one.commit()
    await expect(within(one).doc('a').set({ n: 7 })).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
      message:
        '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
    })
  })
})

describe('updateAndReturn', () => {
  test('answers the document as it is then', async () => {
    const { updated, doc } = await things.where({ n: 1 }).updateAndReturn({ n: 5, m: db.command.push(1) })
    expect({ updated, doc }).toEqual({ updated: 1, doc: { _id: 'a', n: 5, m: [1] } })
  })
  test('counts what it found also where nothing changes', async () => {
    const { updated, doc } = await things.where({ n: 1 }).updateAndReturn({ n: 1 })
    expect({ updated, doc }).toEqual({ updated: 1, doc: { _id: 'a', n: 1 } })
  })
  test('answers null where nothing is found', async () => {
    const { updated, doc } = await things.where({ n: -1 }).updateAndReturn({ n: 1 })
    expect({ updated, doc }).toEqual({ updated: 0, doc: null })
  })
  test('changes one of several', async () => {
    await things.where({ n: db.command.gt(0) }).updateAndReturn({ n: 50 })
    expect((await things.where({ n: 50 }).count()).total).toBe(1)
  })
})

describe('object ids', () => {
  const hex = '5e7b474a5e54c773b58d7b39'
  test('are found as what they are and answered as their digits', async () => {
    await things.add({ _id: 'o', owner: db.ObjectId({ id: hex }), list: [db.ObjectId({ id: hex })] })
    const { data } = await things.where({ owner: db.ObjectId({ id: hex }) }).get()
    expect(data).toEqual([{ _id: 'o', owner: hex, list: [hex] }])
    expect(await idsOf(things.where({ owner: hex }))).toEqual([])
  })
  test('may be ids, and be joined by', async () => {
    expect((await things.add({ _id: db.ObjectId({ id: hex }) })).id).toBe(hex)
    await things.add({ _id: 'o', owner: db.ObjectId({ id: hex }) })
    const { data } = await things
      .aggregate()
      .match({ _id: 'o' })
      .lookup({ from: things.name, localField: 'owner', foreignField: '_id', as: 'owners' })
      .end()
    expect(data).toEqual([{ _id: 'o', owner: hex, owners: [{ _id: hex }] }])
  })
  test('a text of 24 digits is a text', async () => {
    await things.add({ _id: hex })
    expect(await idsOf(things.where({ _id: hex }))).toEqual([hex])
  })
})

describe('geoNear', () => {
  test('measures as the cloud does, to the last digit', async () => {
    await things.add({ _id: 'hill', at: new db.Geo.Point(113.306789, 23.1564721) })
    const { data } = await things
      .aggregate()
      .geoNear({
        distanceField: 'away',
        spherical: true,
        near: new db.Geo.Point(113.3089506, 23.0968251),
        key: 'at',
      })
      .end()
    expect(data).toMatchObject([{ _id: 'hill', away: 6643.521654040738 }])
  })
})
