import { command as _, collectionOf, type Database, does, withCloud } from './table'

withCloud()
const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/aggregation'

const $ = new Proxy({} as Database, { get: (_target, key) => _.aggregate[key] })

const sales = [
  { k: 'a', n: 10, q: 2 },
  { k: 'b', n: 20, q: 1 },
  { k: 'a', n: 30, q: 10 },
  { k: 'c', q: 1 },
]

const raw = async (c: Database, stages: unknown[]) => {
  const { data, ...error } = await c._collection.options({ raw: true }).aggregate(stages).end()
  return data ?? Promise.reject(error)
}

does('stages without a method of the SDK', `${MANUAL}-pipeline/`, [
  [
    'facet',
    sales,
    (c) =>
      raw(c, [
        { $facet: { many: [{ $count: 'n' }], first: [{ $limit: 1 }, { $project: { k: 1, _id: 0 } }] } },
      ]),
    [{ many: [{ n: 4 }], first: [{ k: 'a' }] }],
  ],
  ['unset', [{ a: 1, b: 2 }], (c) => raw(c, [{ $unset: ['a', '_id'] }]), [{ b: 2 }]],
  [
    'set and replaceWith',
    [{ a: { x: 1 } }],
    (c) => raw(c, [{ $set: { 'a.y': 2 } }, { $replaceWith: '$a' }]),
    [{ x: 1, y: 2 }],
  ],
  [
    'unionWith',
    [{ a: 1 }],
    async (c) =>
      raw(c, [
        { $unionWith: { coll: c.collectionName, pipeline: [{ $set: { a: 2 } }] } },
        { $project: { _id: 0 } },
      ]),
    [{ a: 1 }, { a: 2 }],
  ],
  [
    'redact',
    [{ ok: true }, { ok: false }],
    (c) => raw(c, [{ $redact: { $cond: ['$ok', '$$KEEP', '$$PRUNE'] } }, { $count: 'n' }]),
    [{ n: 1 }],
  ],
])

const people = [
  { _id: 'p1', name: 'Li' },
  { _id: 'p2', name: 'Wang' },
]

async function joined(orders: Record<string, unknown>[], build: (a: Database, from: string) => Database) {
  const other = await collectionOf(people)
  const collection = await collectionOf(orders.map((order, index) => ({ _id: String(index), ...order })))
  return (await build(collection.aggregate(), other.collectionName).end()).list
}

does('lookup', `${MANUAL}/lookup/`, [
  [
    'by a field',
    [],
    () =>
      joined([{ by: 'p2' }, { by: 'x' }], (a, from) =>
        a.lookup({ from, localField: 'by', foreignField: '_id', as: 'who' }),
      ),
    [
      { _id: '0', by: 'p2', who: [people[1]] },
      { _id: '1', by: 'x', who: [] },
    ],
  ],
  [
    'by the members of an array',
    [],
    () =>
      joined([{ by: ['p1', 'p2'] }], (a, from) =>
        a.lookup({ from, localField: 'by', foreignField: '_id', as: 'who' }),
      ),
    [{ _id: '0', by: ['p1', 'p2'], who: people }],
  ],
  [
    'by the members of arrays inside arrays',
    [],
    () =>
      joined([{ all: [{ by: ['p1'] }, { by: 'p2' }] }], (a, from) =>
        a.lookup({ from, localField: 'all.by', foreignField: '_id', as: 'who' }).project({ who: 1 }),
      ),
    [{ _id: '0', who: people }],
  ],
  [
    'an absent field finds what lacks the other',
    [],
    () => joined([{}], (a, from) => a.lookup({ from, localField: 'by', foreignField: 'nothing', as: 'who' })),
    [{ _id: '0', who: people }],
  ],
  [
    'with a pipeline and let',
    [],
    () =>
      joined([{ by: 'p1' }], (a, from) =>
        a.lookup({
          from,
          let: { by: '$by' },
          as: 'who',
          pipeline: $.pipeline()
            .match(_.expr($.eq(['$_id', '$$by'])))
            .project({ _id: 0, name: 1 })
            .done(),
        }),
      ),
    [{ _id: '0', by: 'p1', who: [{ name: 'Li' }] }],
  ],
  [
    'with several conditions',
    [],
    () =>
      joined([{ by: 'p1', least: 'M' }], (a, from) =>
        a.lookup({
          from,
          let: { by: '$by', least: '$least' },
          as: 'who',
          pipeline: $.pipeline()
            .match(_.expr($.and([$.neq(['$_id', '$$by']), $.gt(['$name', '$$least'])])))
            .done(),
        }),
      ),
    [{ _id: '0', by: 'p1', least: 'M', who: [people[1]] }],
  ],
  [
    'with a pipeline alone',
    [],
    () =>
      joined([{}], (a, from) =>
        a.lookup({ from, pipeline: $.pipeline().sort({ name: -1 }).limit(1).done(), as: 'who' }),
      ),
    [{ _id: '0', who: [people[1]] }],
  ],
  [
    'then unwound',
    [],
    () =>
      joined([{ by: 'p1' }], (a, from) =>
        a
          .lookup({ from, localField: 'by', foreignField: '_id', as: 'who' })
          .unwind('$who')
          .project({ _id: 0, n: '$who.name' }),
      ),
    [{ n: 'Li' }],
  ],
  [
    'an absent collection has nothing',
    [],
    () =>
      joined([{ by: 1 }], (a) =>
        a.lookup({ from: 'nowhere', localField: 'by', foreignField: '_id', as: 'who' }),
      ),
    [{ _id: '0', by: 1, who: [] }],
  ],
])
