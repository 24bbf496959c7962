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
    // https://github.com/TencentCloudBase/node-sdk/blob/master/test/database/unit/geo.test.ts
    'counts also when the content was the same',
    [{ a: 1 }],
    async (c) => (await c.doc('0').set({ data: { a: 1 } })).stats,
    { created: 0, updated: 1 },
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
