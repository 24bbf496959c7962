import { command as _, choice, computes, type Database, refusal, withCloud } from './table'

withCloud()
const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/aggregation'

const $ = new Proxy({} as Database, { get: (_target, key) => _.aggregate[key] })

const doc = [
  { n: 5, m: -2.5, t: 'x', nil: null, l: [3, 1, 2], o: { a: 1, b: 2 }, d: new Date(0), e: new Date(5000) },
]

const then = (value: unknown) => Object.fromEntries([['then', value]])

computes('boolean, comparison, conditional', `${MANUAL}/#boolean-expression-operators`, [
  ['and', doc, () => $.and([true, '$n']), true],
  ['and of zero', doc, () => $.and([true, 0]), false],
  ['and of nothing is true', doc, () => $.and([]), true],
  ['or', doc, () => $.or([false, '$nil', 'text']), true],
  ['or of nothing is false', doc, () => $.or([]), false],
  ['not', doc, () => $.not('$nil'), true],
  ['an empty list is true', doc, () => $.not([[]]), false],
  ['cmp', doc, () => $.cmp(['$n', 9]), -1],
  ['eq of numbers and text', doc, () => $.eq(['$n', '5']), false],
  ['eq of objects', doc, () => $.eq(['$o', { a: 1, b: 2 }]), true],
  ['gt by type: text above numbers', doc, () => $.gt(['$t', 1000]), true],
  ['null is above what is absent', doc, () => $.gt(['$nil', '$nothing']), true],
  ['gte', doc, () => $.gte(['$n', 5]), true],
  ['lt of dates', doc, () => $.lt(['$d', '$e']), true],
  ['lte', doc, () => $.lte(['$n', 4]), false],
  ['neq', doc, () => $.neq(['$n', 4]), true],
  [
    'two arguments, not three',
    doc,
    () => $.eq([1, 2, 3]),
    refusal(/takes exactly 2 arguments. 3 were passed in/),
  ],
  ['cond', doc, () => $.cond(choice($.gt(['$n', 3]), 'big', 'small')), 'big'],
  ['cond of a list', doc, () => $.cond([$.gt(['$n', 30]), 'big', '$t']), 'x'],
  ['only the branch taken is evaluated', doc, () => $.cond([true, 1, $.divide([1, 0])]), 1],
  ['ifNull', doc, () => $.ifNull(['$nil', 'none']), 'none'],
  ['ifNull of what is absent', doc, () => $.ifNull(['$nothing', '$n']), 5],
  ['ifNull of what is there', doc, () => $.ifNull(['$n', 0]), 5],
  [
    'switch',
    doc,
    () =>
      $.switch({
        branches: [
          { case: $.lt(['$n', 3]), ...then('low') },
          { case: $.lt(['$n', 9]), ...then('mid') },
        ],
        default: 'high',
      }),
    'mid',
  ],
  [
    'switch without a match',
    doc,
    () => $.switch({ branches: [{ case: false, ...then(1) }], default: 'none' }),
    'none',
  ],
  [
    'switch without a match or default is refused',
    doc,
    () => $.switch({ branches: [{ case: false, ...then(1) }] }),
    refusal(/no default/),
  ],
  ['an unknown operator is refused', doc, () => ({ $foo: 1 }), refusal(/Unrecognized expression '\$foo'/)],
])

computes('objects, sets, literals, variables, types', `${MANUAL}/#set-expression-operators`, [
  ['mergeObjects', doc, () => $.mergeObjects(['$o', { b: 9, c: 3 }]), { a: 1, b: 9, c: 3 }],
  ['mergeObjects ignores null', doc, () => $.mergeObjects(['$nil', '$o']), { a: 1, b: 2 }],
  ['mergeObjects of text is refused', doc, () => $.mergeObjects(['$t']), refusal(/requires object inputs/)],
  [
    'objectToArray',
    doc,
    () => $.objectToArray('$o'),
    [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
    ],
  ],
  ['allElementsTrue', doc, () => $.allElementsTrue([[1, true, 'x']]), true],
  ['allElementsTrue of an empty list', doc, () => $.allElementsTrue([[]]), true],
  ['anyElementTrue', doc, () => $.anyElementTrue([[0, null, false]]), false],
  ['setDifference', doc, () => $.setDifference(['$l', [1]]), [3, 2]],
  ['setEquals ignores order and repetition', doc, () => $.setEquals(['$l', [1, 2, 3, 3]]), true],
  ['setIntersection', doc, () => $.setIntersection(['$l', [3, 2, 9]]), [2, 3]],
  ['setIsSubset', doc, () => $.setIsSubset([[1, 2], '$l']), true],
  ['setUnion', doc, () => $.setUnion(['$l', [3, 4]]), [1, 2, 3, 4]],
  ['literal', doc, () => $.literal({ $add: [1, 2] }), { $add: [1, 2] }],
  ['let', doc, () => $.let({ vars: { x: '$n', y: 2 }, in: $.multiply(['$$x', '$$y']) }), 10],
  [
    'let within let',
    doc,
    () => $.let({ vars: { x: 2 }, in: $.let({ vars: { y: $.add(['$$x', 1]) }, in: $.add(['$$x', '$$y']) }) }),
    5,
  ],
  ['an undefined variable is refused', doc, () => '$$nobody', refusal(/undefined variable: nobody/)],
  ['$$ROOT.n', doc, () => '$$ROOT.n', 5],
  ['$$CURRENT.o.a', doc, () => '$$CURRENT.o.a', 1],
  ['type', doc, () => ({ $type: '$t' }), 'string'],
  ['type of what is absent', doc, () => ({ $type: '$nothing' }), 'missing'],
  ['toString of a number', doc, () => ({ $toString: '$m' }), '-2.5'],
  ['toInt of text', doc, () => ({ $toInt: '42' }), 42],
  ['toDouble of text', doc, () => ({ $toDouble: '4.5' }), 4.5],
  ['toDate of text', doc, () => ({ $toDate: '2024-05-01' }), new Date(Date.UTC(2024, 4, 1))],
  ['convert with onError', doc, () => ({ $convert: { input: 'x', to: 'int', onError: -1 } }), -1],
  ['convert with onNull', doc, () => ({ $convert: { input: '$nil', to: 'int', onNull: 0 } }), 0],
])
