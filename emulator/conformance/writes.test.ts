import { command as _, does, refusal, withCloud } from './table'

withCloud()
const DOCS =
  'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/Collection.html'

does('adding', DOCS, [
  [
    'gives an id of 32 letters',
    [],
    async (c) => /^[0-9a-f]{32}$/.test((await c.add({ data: { a: 1 } }))._id),
    true,
  ],
  ['keeps an id that is given', [], async (c) => (await c.add({ data: { _id: 'mine', a: 1 } }))._id, 'mine'],
  [
    'keeps null and leaves undefined out',
    [],
    async (c) => {
      await c.add({ data: { _id: 'x', a: null, b: undefined, c: { d: undefined } } })
      return (await c.doc('x').get()).data
    },
    { _id: 'x', a: null, c: {} },
  ],
  [
    'keeps dates, also before 1970 and inside',
    [],
    async (c) => {
      await c.add({ data: { _id: 'x', d: [new Date(-5), { e: new Date(1e13) }] } })
      return (await c.doc('x').get()).data.d
    },
    [new Date(-5), { e: new Date(1e13) }],
  ],
  [
    'keeps numbers of every size',
    [],
    async (c) => {
      await c.add({ data: { _id: 'x', n: [1, -1.5, 2 ** 31, 2 ** 53 - 1, 1e300, 0] } })
      return (await c.doc('x').get()).data.n
    },
    [1, -1.5, 2 ** 31, 2 ** 53 - 1, 1e300, 0],
  ],
  [
    'several at once',
    [],
    async (c) => (await c.add({ data: [{ _id: 'a' }, { _id: 'b' }] }))._ids,
    ['a', 'b'],
  ],
  [
    'several at once, all or none',
    [{}],
    async (c) => {
      await c.add({ data: [{ _id: 'new' }, { _id: '0' }] }).catch(() => {})
      return (await c.count()).total
    },
    1,
  ],
  ['an id twice is refused', [{}], (c) => c.add({ data: { _id: '0' } }), refusal(/E11000/)],
  [
    'a field name beginning with a dollar is refused',
    [],
    (c) => c.add({ data: { a: { $b: 1 } } }),
    refusal(/not valid for storage/),
  ],
  ['a list as id is refused', [], (c) => c.add({ data: { _id: ['x'] } }), refusal(/_id/)],
])

does('set', `${DOCS}#Document.set`, [
  [
    'makes a document',
    [],
    async (c) => (await c.doc('x').set({ data: { a: 1 } })).stats,
    { created: 1, updated: 0 },
  ],
  [
    'replaces all of a document',
    [{ a: 1, b: 2 }],
    async (c) => {
      const { stats } = await c.doc('0').set({ data: { c: 3 } })
      return [stats, (await c.doc('0').get()).data]
    },
    [
      { created: 0, updated: 1 },
      { _id: '0', c: 3 },
    ],
  ],
  [
    'of the same content modifies nothing',
    [{ a: 1 }],
    async (c) => (await c.doc('0').set({ data: { a: 1 } })).stats,
    { created: 0, updated: 0 },
  ],
  [
    'replaces nested objects',
    [{ a: { x: 1, y: 2 } }],
    async (c) => {
      await c.doc('0').set({ data: { a: { x: 3 } } })
      return (await c.doc('0').get()).data.a
    },
    { x: 3 },
  ],
  [
    'with a command is refused by the SDK',
    [{}],
    (c) => c.doc('0').set({ data: { a: _.inc(1) } }),
    refusal(-502001),
  ],
  [
    'a number as id is another id than its text',
    [],
    async (c) => {
      await c.doc(5).set({ data: { a: 1 } })
      await c.doc('5').set({ data: { a: 2 } })
      return [(await c.doc(5).get()).data, (await c.doc('5').get()).data]
    },
    [
      { _id: 5, a: 1 },
      { _id: '5', a: 2 },
    ],
  ],
])

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
