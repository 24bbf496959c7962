import { db, withCloud } from './table'

withCloud()

describe('collections (developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/Database.createCollection.html)', () => {
  test('one is made, and is empty', async () => {
    await db.createCollection('made')
    expect((await db.collection('made').count()).total).toBe(0)
  })

  test('one that is there is not made again, and keeps what it has', async () => {
    await db.createCollection('twice')
    await db.collection('twice').add({ data: { n: 1 } })
    await expect(db.createCollection('twice')).rejects.toMatchObject({
      errMsg: expect.stringMatching(/exist/),
    })
    expect((await db.collection('twice').count()).total).toBe(1)
  })

  test('what is not there is refused, whatever is asked of it', async () => {
    const none = db.collection('none')
    for (const work of [
      none.get(),
      none.count(),
      none.add({ data: { n: 1 } }),
      none.where({ n: 1 }).update({ data: { n: 2 } }),
      none.where({ n: 1 }).remove(),
      none.aggregate().count('n').end(),
    ])
      await expect(work).rejects.toMatchObject({ errMsg: expect.stringMatching(/not exist/) })
  })

  test('a name has letters, digits, _ and -', async () => {
    for (const name of ['', 'a b', 'a.b', '$a', 'x'.repeat(65)]) {
      await expect((async () => db.createCollection(name))()).rejects.toBeDefined()
    }
  })
})
