import { command as _, aggregates, type Database, refusal, withCloud } from './table'

withCloud()
const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/aggregation'

const $ = new Proxy({} as Database, { get: (_target, key) => _.aggregate[key] })

const sales = [
  { k: 'a', n: 10, q: 2 },
  { k: 'b', n: 20, q: 1 },
  { k: 'a', n: 30, q: 10 },
  { k: 'c', q: 1 },
]

aggregates('group', `${MANUAL}/group/`, [
  [
    'sum, avg, min, max',
    sales,
    (a) =>
      a.group({ _id: '$k', s: $.sum('$n'), m: $.avg('$n'), l: $.min('$q'), h: $.max('$q') }).sort({ _id: 1 }),
    [
      { _id: 'a', s: 40, m: 20, l: 2, h: 10 },
      { _id: 'b', s: 20, m: 20, l: 1, h: 1 },
      { _id: 'c', s: 0, m: null, l: 1, h: 1 },
    ],
  ],
  ['all in one', sales, (a) => a.group({ _id: null, many: $.sum(1) }), [{ _id: null, many: 4 }]],
  [
    'by several fields',
    sales,
    (a) =>
      a
        .group({ _id: { k: '$k', big: $.gt(['$q', 5]) }, c: $.sum(1) })
        .sort({ _id: 1 })
        .limit(2),
    [
      { _id: { k: 'a', big: false }, c: 1 },
      { _id: { k: 'a', big: true }, c: 1 },
    ],
  ],
  [
    'first and last',
    sales,
    (a) => a.sort({ q: 1, k: 1 }).group({ _id: null, f: $.first('$k'), l: $.last('$n') }),
    [{ _id: null, f: 'b', l: 30 }],
  ],
  [
    'push leaves out what is not there',
    sales,
    (a) => a.group({ _id: null, all: $.push('$n') }),
    [{ _id: null, all: [10, 20, 30] }],
  ],
  [
    'push of objects',
    sales,
    (a) => a.match({ k: 'a' }).group({ _id: null, all: $.push({ n: '$n', t: $.multiply(['$n', '$q']) }) }),
    [
      {
        _id: null,
        all: [
          { n: 10, t: 20 },
          { n: 30, t: 300 },
        ],
      },
    ],
  ],
  [
    'addToSet',
    sales,
    (a) => a.sort({ q: 1 }).group({ _id: null, all: $.addToSet('$q') }),
    [{ _id: null, all: [1, 2, 10] }],
  ],
  [
    'stdDevPop and stdDevSamp',
    [{ n: 2 }, { n: 4 }],
    (a) => a.group({ _id: null, p: $.stdDevPop('$n'), s: $.stdDevSamp('$n') }),
    [{ _id: null, p: 1, s: Math.SQRT2 }],
  ],
  [
    'stdDevSamp of one is null',
    [{ n: 2 }],
    (a) => a.group({ _id: null, s: $.stdDevSamp('$n') }),
    [{ _id: null, s: null }],
  ],
  [
    'mergeObjects',
    [{ o: { a: 1 } }, { o: { b: 2, a: 3 } }, {}],
    (a) => a.group({ _id: null, o: $.mergeObjects('$o') }),
    [{ _id: null, o: { a: 3, b: 2 } }],
  ],
  [
    'sum ignores what is no number',
    [{ n: 1 }, { n: 'x' }, { n: null }],
    (a) => a.group({ _id: null, s: $.sum('$n') }),
    [{ _id: null, s: 1 }],
  ],
  [
    'avg ignores what is no number',
    [{ n: 1 }, { n: 'x' }, { n: 3 }],
    (a) => a.group({ _id: null, s: $.avg('$n') }),
    [{ _id: null, s: 2 }],
  ],
  [
    'min and max ignore null',
    [{ n: null }, { n: 5 }, {}],
    (a) => a.group({ _id: null, l: $.min('$n'), h: $.max('$n') }),
    [{ _id: null, l: 5, h: 5 }],
  ],
  [
    'an absent key is null',
    [{ k: null }, {}, { k: 1 }],
    (a) => a.group({ _id: '$k', c: $.sum(1) }).sort({ _id: 1 }),
    [
      { _id: null, c: 2 },
      { _id: 1, c: 1 },
    ],
  ],
  ['of nothing is nothing', sales, (a) => a.match({ k: 'z' }).group({ _id: null, c: $.sum(1) }), []],
  ['without an id is refused', sales, (a) => a.group({ c: $.sum(1) }), refusal(/_id/)],
  ['sortByCount', sales, (a) => a.sortByCount('$k').limit(1), [{ _id: 'a', count: 2 }]],
  [
    'sortByCount of an expression',
    sales,
    (a) => a.sortByCount($.toUpper('$k')).limit(1),
    [{ _id: 'A', count: 2 }],
  ],
])
