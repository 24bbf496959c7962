import { command as _, aggregates, type Database, refusal, withCloud } from './table'

withCloud()
const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/aggregation'

const $ = new Proxy({} as Database, { get: (_target, key) => _.aggregate[key] })

const ages = [{ n: 5 }, { n: 15 }, { n: 25 }, { n: 90 }]

aggregates('bucket', `${MANUAL}/bucket/`, [
  [
    'lower bounds belong to it, upper ones do not',
    [{ n: 10 }, { n: 19 }, { n: 20 }],
    (a) => a.bucket({ groupBy: '$n', boundaries: [10, 20, 30] }),
    [
      { _id: 10, count: 2 },
      { _id: 20, count: 1 },
    ],
  ],
  [
    'the others',
    ages,
    (a) =>
      a.bucket({
        groupBy: '$n',
        boundaries: [0, 10, 30],
        default: 'more',
        output: { c: $.sum(1), all: $.push('$n') },
      }),
    [
      { _id: 0, c: 1, all: [5] },
      { _id: 10, c: 2, all: [15, 25] },
      { _id: 'more', c: 1, all: [90] },
    ],
  ],
  [
    'beyond the bounds without default is refused',
    ages,
    (a) => a.bucket({ groupBy: '$n', boundaries: [0, 10] }),
    refusal(/no default/),
  ],
  [
    'bounds out of order are refused',
    ages,
    (a) => a.bucket({ groupBy: '$n', boundaries: [10, 0], default: 1 }),
    refusal(/ascending/),
  ],
  [
    'bucketAuto',
    ages,
    (a) => a.bucketAuto({ groupBy: '$n', buckets: 2 }),
    [
      { _id: { min: 5, max: 25 }, count: 2 },
      { _id: { min: 25, max: 90 }, count: 2 },
    ],
  ],
  [
    'bucketAuto with an output',
    ages,
    (a) => a.bucketAuto({ groupBy: '$n', buckets: 1, output: { s: $.sum('$n') } }),
    [{ _id: { min: 5, max: 90 }, s: 135 }],
  ],
])

const lists = [{ t: ['a', 'b'] }, { t: [] }, { t: null }, {}, { t: 'c' }]

aggregates('unwind', `${MANUAL}/unwind/`, [
  [
    'one document for each member',
    lists,
    (a) => a.unwind('$t'),
    [
      { _id: '0', t: 'a' },
      { _id: '0', t: 'b' },
      { _id: '4', t: 'c' },
    ],
  ],
  [
    'keeping what is empty',
    lists,
    (a) => a.unwind({ path: '$t', preserveNullAndEmptyArrays: true }).skip(2),
    [{ _id: '1' }, { _id: '2', t: null }, { _id: '3' }, { _id: '4', t: 'c' }],
  ],
  [
    'with the position',
    lists,
    (a) => a.unwind({ path: '$t', includeArrayIndex: 'at' }),
    [
      { _id: '0', t: 'a', at: 0 },
      { _id: '0', t: 'b', at: 1 },
      { _id: '4', t: 'c', at: null },
    ],
  ],
  [
    'of a nested field',
    [{ a: { t: [1, 2], k: 1 } }],
    (a) => a.unwind('$a.t'),
    [
      { _id: '0', a: { t: 1, k: 1 } },
      { _id: '0', a: { t: 2, k: 1 } },
    ],
  ],
  ['a path without a dollar is refused', lists, (a) => a.unwind('t'), refusal(/prefixed/)],
])
