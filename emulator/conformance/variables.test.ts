import { aggregates, refusal, withCloud } from './table'

withCloud()

const manual = 'https://www.mongodb.com/docs/manual/reference/aggregation'
const one = [{ a: [1, 2] }]
const nobody: never[] = []

aggregates('variables nothing binds, though there is no document', `${manual}-variables/`, [
  ['of a projection', nobody, (from) => from.project({ v: '$$no.a' }), refusal(/undefined variable: no/)],
  ['in an operator', nobody, (from) => from.group({ _id: { $add: [1, '$$no'] } }), refusal(/undefined/)],
  ['a filter’s expression', nobody, (from) => from.match({ $or: [{ $expr: '$$no' }] }), refusal(/undefined/)],
  [
    'outside what binds it',
    nobody,
    (from) => from.project({ v: { $let: { vars: { a: '$$b', b: 1 }, in: 1 } } }),
    refusal(/: b/),
  ],
  [
    'a lookup’s pipeline',
    nobody,
    (from) => from.lookup({ from: 'c', let: { a: '$a' }, pipeline: [{ $match: { $expr: '$$b' } }], as: 'c' }),
    refusal(/: b/),
  ],
  [
    'those it binds are fine',
    nobody,
    (from) =>
      from.lookup({
        from: 'c',
        let: { a: '$a' },
        pipeline: [
          { $match: { $expr: '$$a' } },
          { $project: { v: { $filter: { input: ['$$a'], cond: '$$this' } } } },
        ],
        as: 'c',
      }),
    [],
  ],
  [
    'text is no variable',
    nobody,
    (from) => from.match({ a: '$$no' }).project({ v: { $literal: '$$no' } }),
    [],
  ],
  [
    'nested operators',
    one,
    (from) =>
      from.project({
        _id: 0,
        v: {
          $reduce: {
            input: '$a',
            initialValue: 0,
            in: {
              $add: ['$$value', { $let: { vars: { x: '$$this' }, in: { $multiply: ['$$x', '$$this'] } } }],
            },
          },
        },
      }),
    [{ v: 5 }],
  ],
  [
    'deciding what to redact',
    one,
    (from) => from.project({ a: { $cond: [true, '$$REMOVE', '$$ROOT'] } }),
    [{ _id: '0' }],
  ],
])
