import { command as _, type Database, does, refusal, withCloud } from './table'

withCloud()
const MANUAL = 'https://www.mongodb.com/docs/manual/tutorial/project-fields-from-query-results/'

const whole = [{ a: 1, b: { x: 1, y: 2 }, c: [{ n: 1, m: 2 }, { n: 3 }, 5], d: null }]
const shows = (fields: () => unknown) => async (c: Database) => (await c.field(fields()).get()).data[0]

does('fields shown', MANUAL, [
  ['what is named, and the id', whole, shows(() => ({ a: true })), { _id: '0', a: 1 }],
  ['without the id', whole, shows(() => ({ a: true, _id: false })), { a: 1 }],
  ['all but what is named', whole, shows(() => ({ b: false, c: false })), { _id: '0', a: 1, d: null }],
  [
    'all but the id',
    whole,
    shows(() => ({ _id: false })),
    { a: 1, b: { x: 1, y: 2 }, c: [{ n: 1, m: 2 }, { n: 3 }, 5], d: null },
  ],
  ['numbers for true and false', whole, shows(() => ({ a: 1, _id: 0 })), { a: 1 }],
  ['a dotted path', whole, shows(() => ({ 'b.x': true })), { _id: '0', b: { x: 1 } }],
  ['a nested object', whole, shows(() => ({ b: { x: 1 } })), { _id: '0', b: { x: 1 } }],
  [
    'all but a dotted path',
    whole,
    shows(() => ({ 'b.x': false, c: false })),
    { _id: '0', a: 1, b: { y: 2 }, d: null },
  ],
  [
    'fields of members; what has none goes',
    whole,
    shows(() => ({ 'c.n': true })),
    { _id: '0', c: [{ n: 1 }, { n: 3 }] },
  ],
  [
    'all but fields of members',
    whole,
    shows(() => ({ 'c.n': false, a: false, b: false })),
    { _id: '0', c: [{ m: 2 }, {}, 5], d: null },
  ],
  ['what is not there', whole, shows(() => ({ z: true })), { _id: '0' }],
  ['null is shown', whole, shows(() => ({ d: true })), { _id: '0', d: null }],
  ['some shown and some not is refused', whole, shows(() => ({ a: true, b: false })), refusal(/exclusion/)],
  ['one document', whole, async (c) => (await c.doc('0').field({ a: true }).get()).data, { _id: '0', a: 1 }],
  [
    'with a filter and an order by what is not shown',
    [
      { a: 1, n: 2 },
      { a: 2, n: 1 },
    ],
    async (c) =>
      (
        await c
          .where({ n: _.gt(0) })
          .orderBy('n', 'asc')
          .field({ a: true, _id: false })
          .get()
      ).data,
    [{ a: 2 }, { a: 1 }],
  ],
])

const list = [
  {
    t: [1, 2, 3, 4],
    s: [
      { k: 'a', n: 1 },
      { k: 'b', n: 2 },
      { k: 'b', n: 3 },
    ],
  },
]

does('parts of arrays', 'https://www.mongodb.com/docs/manual/reference/operator/projection/', [
  ['slice from the beginning', list, shows(() => ({ t: _.project.slice(2), s: 0 })), { _id: '0', t: [1, 2] }],
  ['slice from the end', list, shows(() => ({ t: _.project.slice(-1), s: 0 })), { _id: '0', t: [4] }],
  [
    'slice from a position',
    list,
    shows(() => ({ t: _.project.slice([1, 2]), s: 0 })),
    { _id: '0', t: [2, 3] },
  ],
  [
    'slice from a position before the end',
    list,
    shows(() => ({ t: _.project.slice([-3, 2]), s: 0 })),
    { _id: '0', t: [2, 3] },
  ],
  [
    'slice alone shows all other fields',
    [{ a: 1, t: [1, 2] }],
    shows(() => ({ t: _.project.slice(1) })),
    { _id: '0', a: 1, t: [1] },
  ],
  [
    'slice among what is shown',
    list,
    shows(() => ({ _id: 1, t: _.project.slice(1), s: 1 })),
    { _id: '0', t: [1], s: list[0]!.s },
  ],
  [
    'elemMatch shows the first that matches',
    list,
    shows(() => ({ s: _.project.elemMatch({ k: 'b' }) })),
    { _id: '0', s: [{ k: 'b', n: 2 }] },
  ],
  [
    'elemMatch with a command',
    list,
    shows(() => ({ s: _.project.elemMatch({ n: _.gt(2) }) })),
    { _id: '0', s: [{ k: 'b', n: 3 }] },
  ],
  [
    'elemMatch without a match shows nothing',
    list,
    shows(() => ({ s: _.project.elemMatch({ k: 'z' }) })),
    { _id: '0' },
  ],
  [
    'elemMatch with a command for values',
    [{ s: [1, 5, 9] }],
    shows(() => ({ s: _.project.elemMatch(_.gt(3)) })),
    { _id: '0', s: [5] },
  ],
])

does(
  'the positional projection',
  'https://www.mongodb.com/docs/manual/reference/operator/projection/positional/',
  [
    [
      'shows the member that the filter found',
      [{ s: [1, 5, 9], t: 1 }],
      async (c) =>
        (
          await c
            .where({ s: _.gt(3) })
            .field({ 's.$': true })
            .get()
        ).data,
      [{ _id: '0', s: [5] }],
    ],
    [
      'by a field of its members',
      [{ s: [{ k: 'a' }, { k: 'b', n: 1 }], t: 1 }],
      async (c) => (await c.where({ 's.k': 'b' }).field({ 's.$': true, t: true }).get()).data,
      [{ _id: '0', s: [{ k: 'b', n: 1 }], t: 1 }],
    ],
    [
      'is refused where the filter says nothing of the array',
      [{ s: [1] }],
      async (c) => c.where({}).field({ 's.$': true }).get(),
      refusal(/positional operator/),
    ],
  ],
)
