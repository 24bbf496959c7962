import { command as _, type Database, does, refusal, withCloud } from './table'

withCloud()
const ORDER = 'https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/'
const DOCS =
  'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/Collection.html'

const ids = async (query: Database): Promise<string> =>
  ((await query.get()).data as { _id: string }[]).map(({ _id }) => _id).join('')
const by =
  (field: string, direction = 'asc') =>
  (c: Database) =>
    ids(c.orderBy(field, direction))

const mixed = [
  { v: 'a' },
  { v: 2 },
  { v: null },
  {},
  { v: true },
  { v: new Date(0) },
  { v: { x: 1 } },
  { v: [] },
  { v: /r/ },
]
const arrays = [{ v: [5, 9] }, { v: 6 }, { v: [1, 20] }, { v: [] }]
const pairs = [
  { a: 1, b: 1 },
  { a: 2, b: 1 },
  { a: 1, b: 2 },
  { a: 2, b: 0 },
]

does('order', ORDER, [
  ['ascending', [{ n: 2 }, { n: 1 }, { n: 3 }], by('n'), '102'],
  ['descending', [{ n: 2 }, { n: 1 }, { n: 3 }], by('n', 'desc'), '201'],
  ['numbers as numbers', [{ n: 10 }, { n: 9 }, { n: -1.5 }], by('n'), '210'],
  ['text by code point, capitals first', [{ t: 'b' }, { t: 'B' }, { t: 'a' }], by('t'), '120'],
  ['Chinese text by code point', [{ t: '中' }, { t: '一' }, { t: '龙' }], by('t'), '102'],
  ['types by their order', mixed, by('v'), '723106458'],
  ['an array by its least member', arrays, by('v'), '3201'],
  ['an array downwards by its greatest', arrays, by('v', 'desc'), '2013'],
  ['dates', [{ d: new Date(5) }, { d: new Date(-5) }], by('d'), '10'],
  ['false before true', [{ b: true }, { b: false }], by('b'), '10'],
  ['a nested field', [{ a: { n: 2 } }, { a: { n: 1 } }, {}], by('a.n'), '210'],
  ['a field of members', [{ a: [{ n: 5 }, { n: 1 }] }, { a: [{ n: 2 }] }], by('a.n'), '01'],
  ['two fields', pairs, (c) => ids(c.orderBy('a', 'asc').orderBy('b', 'desc')), '2013'],
  ['two fields the other way', pairs, (c) => ids(c.orderBy('b', 'asc').orderBy('a', 'desc')), '3102'],
  ['objects by their fields', [{ o: { a: 2 } }, { o: { a: 1, b: 1 } }, { o: { a: 1 } }], by('o'), '210'],
  ['what is absent comes first', [{ n: 1 }, {}], by('n'), '10'],
  ['what is equal stays as it was added', [{ n: 1 }, { n: 1 }, { n: 0 }], by('n'), '201'],
])

const many = (count: number) => Array.from({ length: count }, (_, n) => ({ n, _id: `i${n}` }))

does('pages', DOCS, [
  [
    'skip and limit',
    many(10),
    async (c) => (await c.orderBy('n', 'asc').skip(3).limit(2).get()).data.map(({ n }: { n: number }) => n),
    [3, 4],
  ],
  ['skip beyond the end', many(3), async (c) => (await c.skip(5).get()).data, []],
  ['100 documents where no limit is said', many(150), async (c) => (await c.get()).data.length, 100],
  ['a limit above 100', many(150), async (c) => (await c.limit(120).get()).data.length, 120],
  ['never more than 1000', many(1100), async (c) => (await c.limit(5000).get()).data.length, 1000],
  [
    'limit, skip and order with a filter',
    many(10),
    async (c) =>
      (
        await c
          .where({ n: _.gt(4) })
          .orderBy('n', 'desc')
          .skip(1)
          .limit(2)
          .get()
      ).data.map(({ n }: { n: number }) => n),
    [8, 7],
  ],
  ['count knows no limit', many(150), async (c) => (await c.count()).total, 150],
  [
    'an aggregation answers 20 where no limit is said',
    many(150),
    async (c) =>
      (
        await c
          .aggregate()
          .match({ n: _.gte(0) })
          .end()
      ).list.length,
    20,
  ],
  [
    'an aggregation with a limit of its own',
    many(150),
    async (c) => (await c.aggregate().limit(130).end()).list.length,
    130,
  ],
  ['an absent document is an error', [], (c) => c.doc('x').get(), refusal(-1)],
])
