import { command as _, aggregates, choice, type Database, refusal, withCloud } from './table'

withCloud()
const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/aggregation'

const $ = new Proxy({} as Database, { get: (_target, key) => _.aggregate[key] })

const sales = [
  { k: 'a', n: 10, q: 2 },
  { k: 'b', n: 20, q: 1 },
  { k: 'a', n: 30, q: 10 },
  { k: 'c', q: 1 },
]

aggregates('match, sort, skip, limit, count', `${MANUAL}/match/`, [
  [
    'match as in where',
    sales,
    (a) => a.match({ n: _.gt(10) }).project({ n: 1, _id: 0 }),
    [{ n: 20 }, { n: 30 }],
  ],
  [
    'match with or',
    sales,
    (a) => a.match(_.or([{ k: 'b' }, { q: 10 }])).project({ k: 1, _id: 0 }),
    [{ k: 'b' }, { k: 'a' }],
  ],
  [
    'match with an expression',
    sales,
    (a) => a.match(_.expr($.gt(['$n', $.multiply(['$q', 5])]))).project({ n: 1, _id: 0 }),
    [{ n: 20 }],
  ],
  [
    'sort by two fields',
    sales,
    (a) => a.sort({ k: 1, n: -1 }).project({ n: 1, _id: 0 }),
    [{ n: 30 }, { n: 10 }, { n: 20 }, {}],
  ],
  [
    'skip and limit',
    sales,
    (a) => a.sort({ q: -1, k: 1 }).skip(1).limit(2).project({ k: 1, _id: 0 }),
    [{ k: 'a' }, { k: 'b' }],
  ],
  ['count', sales, (a) => a.match({ k: 'a' }).count('many'), [{ many: 2 }]],
  ['count of nothing is no document', sales, (a) => a.match({ k: 'z' }).count('many'), []],
  ['a limit of 0 is refused', sales, (a) => a.limit(0), refusal(/positive/)],
  ['sample gives as many as asked', sales, (a) => a.sample({ size: 2 }).count('n'), [{ n: 2 }]],
  ['sample gives no document twice', sales, (a) => a.sample({ size: 10 }).count('n'), [{ n: 4 }]],
])

const whole = [{ a: 1, b: { x: 1, y: 2 }, c: [{ n: 1 }, { n: 2, m: 3 }] }]

aggregates('project and addFields', `${MANUAL}/project/`, [
  ['project shows', whole, (a) => a.project({ a: 1 }), [{ _id: '0', a: 1 }]],
  ['project hides', whole, (a) => a.project({ b: 0, c: 0 }), [{ _id: '0', a: 1 }]],
  [
    'project computes',
    whole,
    (a) => a.project({ _id: 0, z: '$b.x', s: $.add(['$a', '$b.y']) }),
    [{ z: 1, s: 3 }],
  ],
  [
    'project of a field of members',
    whole,
    (a) => a.project({ _id: 0, ns: '$c.n', ms: '$c.m' }),
    [{ ns: [1, 2], ms: [3] }],
  ],
  [
    'project makes nested fields',
    whole,
    (a) => a.project({ _id: 0, 'p.q': '$a', r: { s: '$b.y' } }),
    [{ p: { q: 1 }, r: { s: 2 } }],
  ],
  [
    'project makes arrays',
    whole,
    (a) => a.project({ _id: 0, l: ['$a', '$nothing', '$b.y'] }),
    [{ l: [1, null, 2] }],
  ],
  [
    'project shows fields of members',
    whole,
    (a) => a.project({ _id: 0, 'c.n': 1 }),
    [{ c: [{ n: 1 }, { n: 2 }] }],
  ],
  [
    'project of a literal',
    whole,
    (a) => a.project({ _id: 0, one: $.literal(1), text: $.literal('$a') }),
    [{ one: 1, text: '$a' }],
  ],
  [
    'project leaves out what is not there',
    whole,
    (a) => a.project({ _id: 0, z: '$nothing', a: 1 }),
    [{ a: 1 }],
  ],
  ['project with both kinds is refused', whole, (a) => a.project({ a: 1, b: 0 }), refusal(/project/)],
  [
    'addFields adds',
    whole,
    (a) => a.addFields({ s: $.add(['$a', 1]) }).project({ s: 1, a: 1, _id: 0 }),
    [{ a: 1, s: 2 }],
  ],
  ['addFields replaces', whole, (a) => a.addFields({ a: 'new' }).project({ a: 1, _id: 0 }), [{ a: 'new' }]],
  [
    'addFields inside an object keeps the rest',
    whole,
    (a) => a.addFields({ 'b.z': 3 }).project({ b: 1, _id: 0 }),
    [{ b: { x: 1, y: 2, z: 3 } }],
  ],
  [
    'addFields into members',
    whole,
    (a) => a.addFields({ 'c.z': '$a' }).project({ c: 1, _id: 0 }),
    [
      {
        c: [
          { n: 1, z: 1 },
          { n: 2, m: 3, z: 1 },
        ],
      },
    ],
  ],
  [
    'addFields with $$REMOVE',
    whole,
    (a) => a.addFields({ b: $.cond(choice($.gt(['$a', 0]), '$$REMOVE', 1)) }).project({ c: 0 }),
    [{ _id: '0', a: 1 }],
  ],
  ['replaceRoot', whole, (a) => a.replaceRoot({ newRoot: '$b' }), [{ x: 1, y: 2 }]],
  [
    'replaceRoot with a merge',
    whole,
    (a) => a.replaceRoot({ newRoot: $.mergeObjects(['$b', { x: '$a', z: 9 }]) }),
    [{ x: 1, y: 2, z: 9 }],
  ],
  [
    'replaceRoot by what is no object is refused',
    whole,
    (a) => a.replaceRoot({ newRoot: '$a' }),
    refusal(/must evaluate to an object/),
  ],
  ['$$ROOT', [{ n: 1 }], (a) => a.project({ _id: 0, all: '$$ROOT' }), [{ all: { _id: '0', n: 1 } }]],
])
