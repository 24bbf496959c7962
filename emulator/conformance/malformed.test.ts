import { aggregates, command, computes, refusal, withCloud } from './table'

withCloud()

const manual = 'https://www.mongodb.com/docs/manual/reference/operator/aggregation'

const one = [{ a: [1, 2], n: 4, o: { b: 1 } }]

aggregates('stages that are no stages', `${manual}-pipeline/`, [
  ['addFields without a field', one, (from) => from.addFields({}), refusal(/at least one field/)],
  ['addFields of an empty name', one, (from) => from.addFields({ 'a.': 1 }), refusal(/may not be empty/)],
  ['project by position', one, (from) => from.project({ 'a.$': 1 }), refusal(/may not start with/)],
  [
    'bucket by what is no expression',
    one,
    (from) => from.bucket({ groupBy: 'n', boundaries: [0, 9] }),
    refusal(/groupBy/),
  ],
  [
    'bucket with another option',
    one,
    (from) => from.bucket({ groupBy: '$n', boundaries: [0, 9], x: 1 }),
    refusal(/x/),
  ],
  [
    'bucketAuto by what is no expression',
    one,
    (from) => from.bucketAuto({ groupBy: 'n', buckets: 1 }),
    refusal(/groupBy/),
  ],
  [
    'a group that sums two things',
    one,
    (from) => from.group({ _id: null, s: { $sum: ['$n', 1] } }),
    refusal(/unary/),
  ],
  [
    'a group with an operator for a field',
    one,
    (from) => from.group({ _id: null, $s: { $sum: 1 } }),
    refusal(/operator name/),
  ],
  ['unwind with another option', one, (from) => from.unwind({ path: '$a', x: 1 }), refusal(/x/)],
  [
    'unwind with an index like an expression',
    one,
    (from) => from.unwind({ path: '$a', includeArrayIndex: '$i' }),
    refusal(/may not start/),
  ],
  ['unwind does not look into arrays', [{ a: [{ b: [1, 2] }] }], (from) => from.unwind('$a.b'), []],
  [
    'unwind of an object on the way',
    one,
    (from) => from.unwind('$o.b').project({ _id: 0, o: 1 }),
    [{ o: { b: 1 } }],
  ],
  [
    'lookup with another option',
    one,
    (from) => from.lookup({ from: 'c', localField: 'a', foreignField: 'b', as: 'c', x: 1 }),
    refusal(/x/),
  ],
  [
    'lookup with a variable like the system’s',
    one,
    (from) => from.lookup({ from: 'c', let: { A: '$a' }, pipeline: [], as: 'c' }),
    refusal(/variable/),
  ],
])

computes('expressions that are none', `${manual}/`, [
  ['ifNull of one', one, () => ({ $ifNull: ['$n'] }), refusal(/at least 2/)],
  ['setEquals of one', one, () => ({ $setEquals: ['$a'] }), refusal(/at least 2/)],
  [
    'map with a variable like the system’s',
    one,
    () => ({ $map: { input: '$a', as: 'A', in: 1 } }),
    refusal(/variable/),
  ],
  [
    'filter with a number for a variable',
    one,
    () => ({ $filter: { input: '$a', as: '1', cond: 1 } }),
    refusal(/variable/),
  ],
  [
    'let with a variable like the system’s',
    one,
    () => ({ $let: { vars: { A: 1 }, in: 1 } }),
    refusal(/variable/),
  ],
  ['a Chinese variable is one', one, () => ({ $let: { vars: { 数: '$n' }, in: '$$数' } }), 4],
  [
    'zip with too few defaults',
    one,
    () => ({ $zip: { inputs: ['$a', '$a'], useLongestLength: true, defaults: [0] } }),
    refusal(/same length/),
  ],
  [
    'arrayToObject of both forms',
    one,
    () => ({ $arrayToObject: [[['a', 1], { k: 'b', v: 2 }]] }),
    refusal(/consistent/),
  ],
  [
    'arrayToObject of more than k and v',
    one,
    () => ({ $arrayToObject: [[{ k: 'b', v: 2, w: 3 }]] }),
    refusal(/key-value/),
  ],
  ['indexOfCP from half a character', one, () => ({ $indexOfCP: ['abc', 'c', 0.5] }), refusal(/integral/)],
  ['substrCP from half a character', one, () => ({ $substrCP: ['abc', 0.5, 1] }), refusal(/integral/)],
  ['substr from before the text', one, () => command.aggregate.substr(['abc', -1, 2]), ''],
  [
    'substrBytes from before the text',
    one,
    () => command.aggregate.substrBytes(['abc', -1, 2]),
    refusal(/non-negative/),
  ],
  [
    'dateFromParts of both calendars',
    one,
    () => ({ $dateFromParts: { year: 2024, isoWeek: 6 } }),
    refusal(/mixing/),
  ],
  [
    'dateFromString without a day',
    one,
    () => ({ $dateFromString: { dateString: '2024-05', format: '%Y-%m' } }),
    refusal(/incomplete/),
  ],
])

computes('numbers', `${manual}/mod/`, [
  ['no negative zero of integers', one, () => ({ $mod: [-4, '$n'] }), 0],
  ['nor of a product', one, () => ({ $multiply: [-4, 0, '$n'] }), 0],
  [
    'a decimal of a double has 15 digits',
    one,
    () => ({ $toString: { $toDecimal: 2.5 } }),
    '2.50000000000000',
  ],
  ['of text those written', one, () => ({ $toString: { $toDecimal: '1.10' } }), '1.10'],
])
