import { command as _, computes, type Database, refusal, withCloud } from './table'

withCloud()
const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/aggregation'

const $ = new Proxy({} as Database, { get: (_target, key) => _.aggregate[key] })

const doc = [
  { n: 5, m: -2.5, t: 'x', nil: null, l: [3, 1, 2], o: { a: 1, b: 2 }, d: new Date(0), e: new Date(5000) },
]

computes('arithmetic', `${MANUAL}/#arithmetic-expression-operators`, [
  ['abs', doc, () => $.abs('$m'), 2.5],
  ['add', doc, () => $.add(['$n', '$m', 1]), 3.5],
  ['add of null is null', doc, () => $.add(['$n', '$nil']), null],
  ['add of an absent field is null', doc, () => $.add(['$n', '$nothing']), null],
  ['add to a date', doc, () => $.add(['$d', 1000]), new Date(1000)],
  ['add of text is refused', doc, () => $.add(['$n', '$t']), refusal(/only supports numeric or date types/)],
  ['ceil', doc, () => $.ceil('$m'), -2],
  ['floor', doc, () => $.floor('$m'), -3],
  ['divide', doc, () => $.divide(['$n', 2]), 2.5],
  ['divide by zero is refused', doc, () => $.divide(['$n', 0]), refusal(/divide by zero/)],
  ['exp', doc, () => $.exp(0), 1],
  ['ln', doc, () => $.ln(Math.E), 1],
  ['log', doc, () => $.log([8, 2]), 3],
  ['log10', doc, () => $.log10(1000), expect.closeTo(3, 10)],
  ['ln of 0 is refused', doc, () => $.ln(0), refusal(/positive/)],
  ['mod', doc, () => $.mod(['$n', 3]), 2],
  ['mod of decimals', doc, () => $.mod([5.5, 2]), 1.5],
  ['mod of a negative number', doc, () => $.mod([-7, 3]), -1],
  ['multiply', doc, () => $.multiply(['$n', '$m', 2]), -25],
  ['pow', doc, () => $.pow([2, 10]), 1024],
  ['sqrt', doc, () => $.sqrt(16), 4],
  ['sqrt of a negative number is refused', doc, () => $.sqrt('$m'), refusal(/greater than or equal to 0/)],
  ['subtract', doc, () => $.subtract(['$n', '$m']), 7.5],
  ['subtract of dates is milliseconds', doc, () => $.subtract(['$e', '$d']), 5000],
  ['subtract from a date', doc, () => $.subtract(['$e', 1000]), new Date(4000)],
  ['trunc', doc, () => $.trunc('$m'), -2],
  ['trunc to a place', doc, () => ({ $trunc: [7.85, 1] }), 7.8],
  ['trunc to tens', doc, () => ({ $trunc: [127, -1] }), 120],
  ['round goes half to even', doc, () => ({ $round: [2.5, 0] }), 2],
  ['round up', doc, () => ({ $round: [3.5] }), 4],
  ['round to a place', doc, () => ({ $round: [10.567, 2] }), 10.57],
  ['round to tens', doc, () => ({ $round: [-1234, -2] }), -1200],
  ['sum of a list', doc, () => $.sum('$l'), 6],
  ['avg of a list', doc, () => $.avg('$l'), 2],
  ['max of several', doc, () => $.max(['$n', '$m', 9]), 9],
  ['min of a list', doc, () => $.min('$l'), 1],
])

computes('arrays', `${MANUAL}/#array-expression-operators`, [
  ['arrayElemAt', doc, () => $.arrayElemAt(['$l', 0]), 3],
  ['arrayElemAt from the end', doc, () => $.arrayElemAt(['$l', -1]), 2],
  ['arrayElemAt beyond is nothing', doc, () => $.arrayElemAt(['$l', 9]), undefined],
  [
    'arrayToObject of pairs',
    doc,
    () =>
      $.arrayToObject([
        [
          ['a', 1],
          ['b', 2],
        ],
      ]),
    { a: 1, b: 2 },
  ],
  ['arrayToObject of k and v', doc, () => $.arrayToObject($.literal([{ k: 'a', v: 1 }])), { a: 1 }],
  ['concatArrays', doc, () => $.concatArrays(['$l', [9]]), [3, 1, 2, 9]],
  ['concatArrays with null is null', doc, () => $.concatArrays(['$l', '$nil']), null],
  ['filter', doc, () => $.filter({ input: '$l', as: 'x', cond: $.gte(['$$x', 2]) }), [3, 2]],
  [
    'filter with a name of its own choice missing',
    doc,
    () => $.filter({ input: '$l', cond: $.eq(['$$this', 1]) }),
    [1],
  ],
  ['filter of null is null', doc, () => $.filter({ input: '$nil', as: 'x', cond: true }), null],
  ['in', doc, () => $.in([2, '$l']), true],
  ['in of no array is refused', doc, () => $.in([2, '$n']), refusal(/array/)],
  ['indexOfArray', doc, () => $.indexOfArray(['$l', 2]), 2],
  ['indexOfArray of what is not there', doc, () => $.indexOfArray(['$l', 7]), -1],
  ['indexOfArray between bounds', doc, () => $.indexOfArray(['$l', 3, 1]), -1],
  ['isArray', doc, () => $.isArray(['$l']), true],
  ['map', doc, () => $.map({ input: '$l', as: 'x', in: $.multiply(['$$x', 2]) }), [6, 2, 4]],
  ['map sees the document', doc, () => $.map({ input: '$l', as: 'x', in: $.add(['$$x', '$n']) }), [8, 6, 7]],
  ['range', doc, () => $.range([0, 10, 3]), [0, 3, 6, 9]],
  ['range downwards', doc, () => $.range([3, 0, -1]), [3, 2, 1]],
  ['range by 0 is refused', doc, () => $.range([0, 1, 0]), refusal(/non-zero/)],
  ['reduce', doc, () => $.reduce({ input: '$l', initialValue: 0, in: $.add(['$$value', '$$this']) }), 6],
  [
    'reduce to text',
    doc,
    () => $.reduce({ input: ['a', 'b'], initialValue: '', in: $.concat(['$$this', '$$value']) }),
    'ba',
  ],
  ['reverseArray', doc, () => $.reverseArray('$l'), [2, 1, 3]],
  ['size', doc, () => $.size('$l'), 3],
  [
    'size of no array is refused',
    doc,
    () => $.size('$nothing'),
    refusal(/must be an array, but was of type: missing/),
  ],
  ['slice', doc, () => $.slice(['$l', 2]), [3, 1]],
  ['slice from the end', doc, () => $.slice(['$l', -2]), [1, 2]],
  ['slice from a position', doc, () => $.slice(['$l', 1, 1]), [1]],
  ['slice from a position before the end', doc, () => $.slice(['$l', -2, 1]), [1]],
  [
    'zip',
    doc,
    () => $.zip({ inputs: [['a', 'b'], '$l'] }),
    [
      ['a', 3],
      ['b', 1],
    ],
  ],
  [
    'zip to the longest',
    doc,
    () => $.zip({ inputs: [['a'], '$l'], useLongestLength: true, defaults: ['-', 0] }),
    [
      ['a', 3],
      ['-', 1],
      ['-', 2],
    ],
  ],
])
