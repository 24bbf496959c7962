import { command as _, finds, refusal, withCloud } from './table'

withCloud()
const DOCS =
  'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/Command.html'

const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/query'

const numbers = [{ n: 1 }, { n: 5 }, { n: 10 }, { n: '5' }, { n: null }, {}]

finds('comparison', `${MANUAL}-comparison/`, [
  ['eq finds equal values of one type', numbers, () => ({ n: _.eq(5) }), [1]],
  ['a bare value is eq', numbers, () => ({ n: 5 }), [1]],
  ['neq finds all others, also where the field is absent', numbers, () => ({ n: _.neq(5) }), [0, 2, 3, 4, 5]],
  ['gt compares numbers only with numbers', numbers, () => ({ n: _.gt(1) }), [1, 2]],
  ['gte includes the bound', numbers, () => ({ n: _.gte(5) }), [1, 2]],
  ['lt leaves null and absent fields out', numbers, () => ({ n: _.lt(10) }), [0, 1]],
  ['lte includes the bound', numbers, () => ({ n: _.lte(5) }), [0, 1]],
  ['gt compares text only with text', numbers, () => ({ n: _.gt('') }), [3]],
  ['in finds any of several', numbers, () => ({ n: _.in([1, '5']) }), [0, 3]],
  ['in with null finds absent fields too', numbers, () => ({ n: _.in([null, 10]) }), [2, 4, 5]],
  ['nin is the opposite of in', numbers, () => ({ n: _.nin([1, 5, null]) }), [2, 3]],
  ['an empty in finds nothing', numbers, () => ({ n: _.in([]) }), []],
  ['an empty nin finds everything', numbers, () => ({ n: _.nin([]) }), [0, 1, 2, 3, 4, 5]],
  ['null finds null and absent fields', numbers, () => ({ n: null }), [4, 5]],
  ['neq null finds what is there', numbers, () => ({ n: _.neq(null) }), [0, 1, 2, 3]],
  ['gte null finds null and absent fields', numbers, () => ({ n: _.gte(null) }), [4, 5]],
  ['chained commands must all hold', numbers, () => ({ n: _.gt(1).lt(10) }), [1]],
  [
    'dates compare with dates',
    [{ d: new Date(1) }, { d: new Date(3) }, { d: 2 }],
    () => ({ d: _.gt(new Date(1)) }),
    [1],
  ],
  ['a date equals the same moment', [{ d: new Date(7) }, { d: 7 }], () => ({ d: new Date(7) }), [0]],
  ['booleans are no numbers', [{ b: true }, { b: 1 }, { b: false }], () => ({ b: true }), [0]],
  ['false comes before true', [{ b: true }, { b: false }], () => ({ b: _.lt(true) }), [1]],
  [
    'Chinese text compares by code point',
    [{ t: '一' }, { t: '龙' }, { t: '中' }],
    () => ({ t: _.gt('中') }),
    [1],
  ],
  [
    'large whole numbers keep their value',
    [{ n: 2 ** 40 }, { n: 2 ** 40 + 1 }],
    () => ({ n: 2 ** 40 + 1 }),
    [1],
  ],
])

finds('logic', DOCS, [
  ['and over fields', [{ a: 1, b: 1 }, { a: 1 }], () => _.and([{ a: 1 }, { b: 1 }]), [0]],
  ['and over one field', numbers, () => ({ n: _.and(_.gt(1), _.lt(10)) }), [1]],
  ['or over fields', [{ a: 1 }, { b: 1 }, { c: 1 }], () => _.or([{ a: 1 }, { b: 1 }]), [0, 1]],
  ['or over one field', numbers, () => ({ n: _.or(_.eq(1), _.gt(5)) }), [0, 2]],
  [
    'or within and',
    [
      { a: 1, b: 2 },
      { a: 1, c: 3 },
      { a: 2, b: 2 },
    ],
    () => _.and([{ a: 1 }, _.or([{ b: 2 }, { c: 3 }])]),
    [0, 1],
  ],
  [
    'not finds what the command does not, also absent fields',
    numbers,
    () => ({ n: _.not(_.gt(5)) }),
    [0, 1, 3, 4, 5],
  ],
  ['not of eq', numbers, () => ({ n: _.not(_.eq(5)) }), [0, 2, 3, 4, 5]],
  ['nor finds what meets none', numbers, () => ({ n: _.nor(_.eq(1), _.eq(5)) }), [2, 3, 4, 5]],
  ['nor over fields', [{ a: 1 }, { b: 1 }, { c: 1 }], () => _.nor([{ a: 1 }, { b: 1 }]), [2]],
  [
    'two conditions of one field and another field',
    [
      { n: 3, k: 'x' },
      { n: 3, k: 'y' },
    ],
    () => ({ n: _.gt(1).and(_.lt(5)), k: 'x' }),
    [0],
  ],
  [
    'several or beside each other',
    [
      { a: 1, b: 1 },
      { a: 2, b: 9 },
    ],
    () => _.and(_.or([{ a: 1 }, { a: 2 }]), _.or([{ b: 1 }, { b: 2 }])),
    [0],
  ],
  ['an empty or is refused', [{}], () => ({ $or: [] }), refusal(/nonempty array/)],
  [
    'an unknown top level operator is refused',
    [{}],
    () => ({ $foo: [] }),
    refusal(/unknown top level operator/),
  ],
  [
    'an unknown operator is refused',
    [{ a: 1 }],
    () => ({ a: { $foo: 1 } }),
    refusal(/unknown operator: \$foo/),
  ],
])

finds('fields', `${MANUAL}-element/`, [
  ['exists true, also where it is null', [{ a: 1 }, { a: null }, {}], () => ({ a: _.exists(true) }), [0, 1]],
  ['exists false', [{ a: 1 }, { a: null }, {}], () => ({ a: _.exists(false) }), [2]],
  ['exists inside a nested field', [{ a: { b: 1 } }, { a: {} }, {}], () => ({ 'a.b': _.exists(true) }), [0]],
  ['mod with a rest', [{ n: 10 }, { n: 11 }, { n: '10' }, {}], () => ({ n: _.mod(5, 0) }), [0]],
  ['mod cuts decimals off', [{ n: 10.7 }, { n: -3 }], () => ({ n: _.mod(5, 0) }), [0]],
  ['mod of a negative number has a negative rest', [{ n: -3 }, { n: 3 }], () => ({ n: _.mod(2, -1) }), [0]],
  ['mod by zero is refused', [{ n: 1 }], () => ({ n: _.mod(0, 1) }), refusal(/divisor cannot be 0/)],
  [
    'type by name',
    [{ n: 1 }, { n: 1.5 }, { n: 'x' }, { n: [1] }],
    () => ({ n: { $type: 'number' } }),
    [0, 1, 3],
  ],
  ['type array', [{ n: 1 }, { n: [] }], () => ({ n: { $type: 'array' } }), [1]],
  ['type by number', [{ n: 1 }, { n: 'x' }, { n: true }], () => ({ n: { $type: [2, 8] } }), [1, 2]],
  [
    'expr compares two fields',
    [
      { a: 1, b: 2 },
      { a: 3, b: 2 },
    ],
    () => _.expr({ $gt: ['$a', '$b'] }),
    [1],
  ],
  [
    'expr beside another condition',
    [
      { a: 3, b: 2, k: 1 },
      { a: 3, b: 2 },
    ],
    () => ({ k: 1, ..._.expr({ $gt: ['$a', '$b'] }) }),
    [0],
  ],
  [
    'expr with the SDK’s operators',
    [
      { q: 5, p: 3 },
      { q: 1, p: 3 },
    ],
    () => _.expr(_.aggregate.gt([_.aggregate.multiply(['$q', '$p']), 10])),
    [0],
  ],
])
