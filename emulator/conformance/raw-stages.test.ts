import { type Database, does, refusal, withCloud } from './table'

withCloud()

type Stages = Record<string, unknown>[]

/** Stages the SDK has no method for go as they are, in node-sdk's collections with the option `raw`. */
const sends = (stages: (name: string) => Stages) => async (collection: Database) => {
  const db = require('@cloudbase/node-sdk').init({ env: 'local' }).database()
  const name: string = collection.collectionName
  const answer = await db.collection(name).options({ raw: true }).aggregate(stages(name)).end()
  // node-sdk throws or answers what is refused, as its version has it.
  if (answer.code) throw Object.assign(new Error(answer.message), { errMsg: answer.message })
  return answer.data
}

const told = (stages: Stages) => async (collection: Database) =>
  sends(() => stages)(collection).catch((error: Error & { errMsg?: string }) => {
    throw Object.assign(error, { errMsg: error.errMsg ?? error.message })
  })

const numbers = [{ n: 0 }, { n: 1 }, { n: 2 }]
const family = [
  { _id: 'a', up: null },
  { _id: 'b', up: 'a' },
  { _id: 'c', up: 'b' },
]

does(
  'pipelines sent as they are',
  'https://www.mongodb.com/docs/manual/reference/operator/aggregation-pipeline/',
  [
    ['match', numbers, sends(() => [{ $match: { n: { $gt: 1 } } }]), [{ _id: '2', n: 2 }]],
    [
      'facet',
      numbers,
      sends(() => [{ $facet: { one: [{ $match: { n: 1 } }], all: [{ $count: 'c' }] } }]),
      [{ one: [{ _id: '1', n: 1 }], all: [{ c: 3 }] }],
    ],
    [
      'unset',
      [{ a: 1, b: { c: 1, d: 1 } }],
      sends(() => [{ $unset: ['a', 'b.c'] }]),
      [{ _id: '0', b: { d: 1 } }],
    ],
    ['set', [{ a: 1 }], sends(() => [{ $set: { b: '$a' } }]), [{ _id: '0', a: 1, b: 1 }]],
    ['replaceWith', [{ a: { b: 1 } }], sends(() => [{ $replaceWith: '$a' }]), [{ b: 1 }]],
    [
      'redact',
      [{ level: 1, secret: { level: 5 } }],
      sends(() => [{ $redact: { $cond: [{ $gt: ['$level', 3] }, '$$PRUNE', '$$DESCEND'] } }]),
      [{ _id: '0', level: 1 }],
    ],
    [
      'graphLookup',
      family,
      sends((from) => [
        { $match: { _id: 'c' } },
        {
          $graphLookup: {
            ...{ from, startWith: '$up', connectFromField: 'up', connectToField: '_id' },
            ...{ as: 'all', depthField: 'far' },
          },
        },
        { $unwind: '$all' },
        { $sort: { 'all.far': 1 } },
        { $project: { _id: '$all._id', far: '$all.far' } },
      ]),
      [
        { _id: 'b', far: 0 },
        { _id: 'a', far: 1 },
      ],
    ],
    ['unionWith', [{ a: 1 }], sends((name) => [{ $unionWith: name }, { $count: 'c' }]), [{ c: 2 }]],
    [
      'unionWith a pipeline',
      numbers,
      sends((coll) => [{ $unionWith: { coll, pipeline: [{ $match: { n: 1 } }] } }, { $count: 'c' }]),
      [{ c: 4 }],
    ],
    [
      'a date is a date',
      [{ d: new Date(5) }],
      sends(() => [{ $match: { d: new Date(5) } }]),
      [{ _id: '0', d: new Date(5) }],
    ],
    ['an unknown stage is refused', numbers, told([{ $nothing: 1 }]), refusal(/\$nothing/)],
    ['writing elsewhere is refused', numbers, told([{ $out: 'x' }]), refusal(/\$out/)],
  ],
)
