import { type Cloud, type Database, openCloud } from './cloud'

// https://docs.cloudbase.net/database/transaction and, beneath it, https://www.mongodb.com/docs/manual/core/transactions/
let cloud: Cloud
let db: Database
/** wx-server-sdk hides the code its own runTransaction looks for, unless the conflict comes with the commit. */
let plainSdk: Database
let made = 0
let things: string

beforeAll(async () => {
  cloud = await openCloud()
  db = cloud.db
  plainSdk = require('@cloudbase/node-sdk').init({ env: 'local' }).database()
})
afterAll(() => cloud.close())
beforeEach(async () => {
  things = `t${made++}`
  await db.createCollection(things)
  for (const _id of ['a', 'b']) await db.collection(things).add({ data: { _id, n: 1 } })
})

const CONFLICT = { errMsg: expect.stringMatching(/conflict/i) }
const outside = (_id: string) => db.collection(things).doc(_id)
const inside = (transaction: Database, _id: string) => transaction.collection(things).doc(_id)
const readN = async (document: Database) => (await document.get()).data?.n
/** node-sdk answers one document in a list of one, or alone, as its version has it. */
const readFirst = async (document: Database) => [(await document.get()).data].flat()[0].n
const setN = (document: Database, n: number) => document.update({ data: { n } })
const refused = (work: Promise<unknown>) =>
  expect(
    work.catch((error: { errMsg?: string; message?: string }) => `${error.errMsg} ${error.message}`),
  ).resolves.toMatch(/TransactionNotExist/)

test('what it writes it sees, and nobody else does until the commit', async () => {
  const transaction = await db.startTransaction()
  await setN(inside(transaction, 'a'), 2)
  const { _id } = await transaction.collection(things).add({ data: { n: 7 } })
  expect(await readN(inside(transaction, 'a'))).toBe(2)
  expect(await readN(inside(transaction, _id))).toBe(7)
  expect(await readN(outside('a'))).toBe(1)
  await expect(outside(_id).get()).rejects.toBeDefined()
  await transaction.commit()
  expect(await readN(outside('a'))).toBe(2)
  expect(await readN(outside(_id))).toBe(7)
})

const all = async () => (await db.collection(things).orderBy('_id', 'asc').get()).data
const changeEverything = async (transaction: Database) => {
  await inside(transaction, 'a').set({ data: { n: 5 } })
  await inside(transaction, 'a').update({ data: { n: db.command.inc(1) } })
  await inside(transaction, 'b').remove()
  await transaction.collection(things).add({ data: { _id: 'c', n: 3 } })
}

test('set, update, remove and add all come with the commit', async () => {
  const transaction = await db.startTransaction()
  await changeEverything(transaction)
  await transaction.commit()
  expect(await all()).toEqual([
    { _id: 'a', n: 6 },
    { _id: 'c', n: 3 },
  ])
})

test('nothing of it stays after a rollback', async () => {
  const before = await all()
  const transaction = await db.startTransaction()
  await changeEverything(transaction)
  await transaction.rollback()
  expect(await all()).toEqual(before)
})

test('it reads what was there when it began: no dirty, unrepeatable or skewed read', async () => {
  const transaction = await db.startTransaction()
  expect(await readN(inside(transaction, 'a'))).toBe(1)
  await setN(outside('a'), 10)
  await setN(outside('b'), 10)
  expect(await readN(inside(transaction, 'a'))).toBe(1)
  expect(await readN(inside(transaction, 'b'))).toBe(1)
  await outside('b').remove()
  expect(await readN(inside(transaction, 'b'))).toBe(1)
  await transaction.commit()
  expect(await readN(outside('a'))).toBe(10)
})

test('what is made while it runs it does not see', async () => {
  const transaction = await db.startTransaction()
  await inside(transaction, 'a').get()
  await db.collection(things).add({ data: { _id: 'late', n: 1 } })
  await expect(inside(transaction, 'late').get()).rejects.toBeDefined()
  await transaction.rollback()
})

test('of two that write one document the second is told of a conflict at once, and is over', async () => {
  const [one, two] = [await db.startTransaction(), await db.startTransaction()]
  await setN(inside(one, 'a'), 2)
  await expect(setN(inside(two, 'a'), 3)).rejects.toMatchObject(CONFLICT)
  await refused(setN(inside(two, 'b'), 3))
  await one.commit()
  expect(await readN(outside('a'))).toBe(2)
})

test('whoever writes what has changed since they began is told of a conflict: no update is lost', async () => {
  const transaction = await db.startTransaction()
  const n = await readN(inside(transaction, 'a'))
  await setN(outside('a'), 10)
  await expect(setN(inside(transaction, 'a'), n + 1)).rejects.toMatchObject(CONFLICT)
  expect(await readN(outside('a'))).toBe(10)
})

test('the same for what has been removed, or made, since then', async () => {
  const transaction = await db.startTransaction()
  await inside(transaction, 'a').get()
  await outside('a').remove()
  await expect(setN(inside(transaction, 'a'), 2)).rejects.toMatchObject(CONFLICT)
  const other = await db.startTransaction()
  await db.collection(things).add({ data: { _id: 'new', n: 1 } })
  await expect(other.collection(things).add({ data: { _id: 'new', n: 2 } })).rejects.toBeDefined()
})

test('what was only read is not protected: two may each write what the other read', async () => {
  const [one, two] = [await db.startTransaction(), await db.startTransaction()]
  await readN(inside(one, 'b'))
  await readN(inside(two, 'a'))
  await setN(inside(one, 'a'), 2)
  await setN(inside(two, 'b'), 2)
  await one.commit()
  await two.commit()
  expect(await all()).toEqual([
    { _id: 'a', n: 2 },
    { _id: 'b', n: 2 },
  ])
})

test('a plain write waits until whoever holds the document has ended', async () => {
  const transaction = await db.startTransaction()
  await setN(inside(transaction, 'a'), 5)
  const plain = outside('a').update({ data: { n: db.command.inc(1) } })
  expect(await readN(outside('a'))).toBe(1)
  await transaction.commit()
  await plain
  expect(await readN(outside('a'))).toBe(6)
})

test('after its end it is refused: reading, writing, committing', async () => {
  for (const way of ['commit', 'rollback'] as const) {
    const transaction = await db.startTransaction()
    await setN(inside(transaction, 'a'), 2)
    await transaction[way]()
    await refused(inside(transaction, 'a').get())
    await refused(setN(inside(transaction, 'a'), 3))
    await refused(transaction.commit())
  }
  expect(await readN(outside('a'))).toBe(2)
})

test('after 30 seconds it is over, and what it held is free', async () => {
  const transaction = await db.startTransaction()
  await setN(inside(transaction, 'a'), 2)
  cloud.now += 30_001
  await setN(outside('a'), 9)
  await refused(transaction.commit())
  expect(await readN(outside('a'))).toBe(9)
})

test('runTransaction tries again on a conflict, and gives up after the times it was told', async () => {
  let tries = 0
  const result = await plainSdk.runTransaction(async (transaction: Database) => {
    const n = await readFirst(inside(transaction, 'a'))
    if (tries++ === 0) await setN(outside('a'), 10)
    await inside(transaction, 'a').update({ n: n + 1 })
    return 'done'
  })
  expect({ result, tries, n: await readN(outside('a')) }).toEqual({ result: 'done', tries: 2, n: 11 })
  let more = 0
  const always = plainSdk.runTransaction(async (transaction: Database) => {
    await inside(transaction, 'a').get()
    await setN(outside('a'), 100 + more++)
    await inside(transaction, 'a').update({ n: 0 })
  }, 2)
  await expect(always).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
  expect(more).toBe(3)
})

test('runTransaction rolls back and rethrows what its callback throws, or what it was rolled back with', async () => {
  const thrown = db.runTransaction(async (transaction: Database) => {
    await setN(inside(transaction, 'a'), 2)
    throw new Error('not like this')
  })
  await expect(thrown).rejects.toThrow('not like this')
  const reason = db.runTransaction(async (transaction: Database) => {
    await setN(inside(transaction, 'a'), 2)
    await transaction.rollback('no seats')
  })
  await expect(reason).rejects.toBe('no seats')
  expect(await readN(outside('a'))).toBe(1)
})

test('ten transfers at once lose nothing', async () => {
  await setN(outside('a'), 1000)
  await setN(outside('b'), 1000)
  const transfer = () =>
    plainSdk.runTransaction(async (transaction: Database) => {
      const [a, b] = [inside(transaction, 'a'), inside(transaction, 'b')]
      const [from, to] = [await readFirst(a), await readFirst(b)]
      await a.update({ n: from - 1 })
      await b.update({ n: to + 1 })
    }, 1000)
  await Promise.all(Array.from({ length: 10 }, transfer))
  expect(await all()).toEqual([
    { _id: 'a', n: 990 },
    { _id: 'b', n: 1010 },
  ])
}, 30_000)
