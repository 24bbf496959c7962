import { command as _, does, refusal, withCloud } from './table'

withCloud()
does(
  'what is counted',
  'https://developers.weixin.qq.com/community/develop/doc/000a2e28284f305bf99733ddd56800',
  [
    [
      'an update that changes something',
      [{ a: 1 }],
      async (c) => (await c.doc('0').update({ data: { a: 2 } })).stats.updated,
      1,
    ],
    [
      'an update to what is there already counts nothing',
      [{ a: 1 }],
      async (c) => (await c.doc('0').update({ data: { a: 1 } })).stats.updated,
      0,
    ],
    [
      'an update of an absent document',
      [],
      async (c) => (await c.doc('x').update({ data: { a: 1 } })).stats.updated,
      0,
    ],
    [
      'an update of many',
      [{ a: 1 }, { a: 1 }, { a: 2 }],
      async (c) => (await c.where({ a: 1 }).update({ data: { b: 1 } })).stats.updated,
      2,
    ],
    [
      'of many, those that were modified',
      [{ a: 1, b: 1 }, { a: 1 }],
      async (c) => (await c.where({ a: 1 }).update({ data: { b: 1 } })).stats.updated,
      1,
    ],
    [
      'an update of many that fails for one changes none',
      [
        { k: 1, n: 1 },
        { k: 1, n: 'x' },
      ],
      async (c) => {
        await c
          .where({ k: 1 })
          .update({ data: { n: _.inc(1) } })
          .catch(() => {})
        return (await c.doc('0').get()).data.n
      },
      1,
    ],
    [
      'addToSet of what is there modifies nothing',
      [{ t: [1] }],
      async (c) => (await c.doc('0').update({ data: { t: _.addToSet(1) } })).stats.updated,
      0,
    ],
    [
      'one of many where multi is false',
      [{ a: 1 }, { a: 1 }],
      async (c) => (await c.where({ a: 1 }).update({ data: { b: 1 }, multi: false })).stats.updated,
      1,
    ],
    ['a removal', [{}], async (c) => (await c.doc('0').remove()).stats.removed, 1],
    ['a removal of an absent document', [], async (c) => (await c.doc('x').remove()).stats.removed, 0],
    [
      'a removal of many',
      [{ a: 1 }, { a: 1 }, { a: 2 }],
      async (c) => [(await c.where({ a: 1 }).remove()).stats.removed, (await c.count()).total],
      [2, 1],
    ],
    ['an empty update is refused', [{}], (c) => c.where({ _id: '0' }).update({ data: {} }), refusal(-1)],
    ['documents', [{ a: 1 }, { a: 2 }], async (c) => (await c.where({ a: _.gt(1) }).count()).total, 1],
  ],
)

does(
  'read and modify in one call',
  'https://docs.cloudbase.net/api-reference/server/node-sdk/database/transaction',
  [
    [
      'answers the document as it is then',
      [{ n: 1, k: 'x' }],
      async (c) => {
        const { updated, doc } = await c._collection.where({ k: 'x' }).updateAndReturn({ n: _.inc(1) })
        return [updated, doc]
      },
      [1, { _id: '0', n: 2, k: 'x' }],
    ],
    [
      'answers nothing where nothing matches',
      [],
      async (c) => {
        const { updated, doc } = await c._collection.where({ k: 'x' }).updateAndReturn({ n: 1 })
        return [updated, doc ?? null]
      },
      [0, null],
    ],
  ],
)
