import { command as _, becomes, refusal, withCloud } from './table'

withCloud()
const DOCS =
  'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/Command.html'

const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/update'

becomes('fields', `${MANUAL}-field/`, [
  ['a value is set', [{ a: 1 }], () => ({ a: 2, b: 'x' }), { a: 2, b: 'x' }],
  [
    'an object is merged, not replaced',
    [{ a: { x: 1, y: 2 } }],
    () => ({ a: { x: 9 } }),
    { a: { x: 9, y: 2 } },
  ],
  ['deeply', [{ a: { b: { c: 1, d: 2 } } }], () => ({ a: { b: { c: 5 } } }), { a: { b: { c: 5, d: 2 } } }],
  ['set replaces an object', [{ a: { x: 1, y: 2 } }], () => ({ a: _.set({ x: 9 }) }), { a: { x: 9 } }],
  ['an array is replaced', [{ a: [1, 2, 3] }], () => ({ a: [9] }), { a: [9] }],
  ['a dotted path makes objects on the way', [{}], () => ({ 'a.b.c': 1 }), { a: { b: { c: 1 } } }],
  ['a number in a path is a position', [{ a: [1, 2, 3] }], () => ({ 'a.1': 9 }), { a: [1, 9, 3] }],
  ['a field of a member', [{ a: [{ n: 1 }, { n: 2 }] }], () => ({ 'a.1.n': 9 }), { a: [{ n: 1 }, { n: 9 }] }],
  [
    'a position beyond the end is filled up with null',
    [{ a: [1] }],
    () => ({ 'a.3': 4 }),
    { a: [1, null, null, 4] },
  ],
  ['null is a value', [{ a: 1 }], () => ({ a: null }), { a: null }],
  ['undefined is left out', [{ a: 1 }], () => ({ a: undefined, b: 2 }), { a: 1, b: 2 }],
  ['a date', [{}], () => ({ d: new Date(5) }), { d: new Date(5) }],
  ['remove takes a field away', [{ a: 1, b: 2 }], () => ({ a: _.remove() }), { b: 2 }],
  ['remove of what is not there', [{ b: 2 }], () => ({ a: _.remove(), 'c.d': _.remove() }), { b: 2 }],
  ['remove inside', [{ a: { x: 1, y: 2 } }], () => ({ a: { x: _.remove() } }), { a: { y: 2 } }],
  ['remove of a member leaves null', [{ a: [1, 2, 3] }], () => ({ 'a.1': _.remove() }), { a: [1, null, 3] }],
  ['rename', [{ a: 1 }], () => ({ a: _.rename('b') }), { b: 1 }],
  ['rename overwrites', [{ a: 1, b: 2 }], () => ({ a: _.rename('b') }), { b: 1 }],
  ['rename moves into an object', [{ a: 1 }], () => ({ a: _.rename('b.c') }), { b: { c: 1 } }],
  ['rename of what is not there', [{ b: 1 }], () => ({ a: _.rename('c') }), { b: 1 }],
  ['rename to itself is refused', [{ a: 1 }], () => ({ a: _.rename('a') }), refusal(/\$rename|conflict/)],
  [
    'a way through a number is refused',
    [{ a: 5 }],
    () => ({ 'a.b': 1 }),
    refusal(/Cannot create field 'b' in element/),
  ],
  [
    'a way through null is refused',
    [{ a: null }],
    () => ({ a: { b: 1 } }),
    refusal(/Cannot create field 'b' in element \{a: null\}/),
  ],
  [
    'a way through an array by name is refused',
    [{ a: [1] }],
    () => ({ 'a.b': 1 }),
    refusal(/Cannot create field/),
  ],
  [
    'two changes of one path are refused',
    [{ a: { b: 1 } }],
    () => ({ $set: { a: 1 }, $inc: { 'a.b': 1 } }),
    refusal(/conflict/),
  ],
  ['an unknown operator is refused', [{}], () => ({ $foo: { a: 1 } }), refusal(/Unknown modifier/)],
])

becomes('numbers', `${DOCS}#更新-字段`, [
  ['inc', [{ n: 1 }], () => ({ n: _.inc(2) }), { n: 3 }],
  ['inc downwards', [{ n: 1 }], () => ({ n: _.inc(-2) }), { n: -1 }],
  ['inc of an absent field sets it', [{}], () => ({ n: _.inc(2) }), { n: 2 }],
  ['inc inside', [{ a: { n: 1 } }], () => ({ a: { n: _.inc(1) } }), { a: { n: 2 } }],
  ['inc of decimals', [{ n: 0.5 }], () => ({ n: _.inc(0.25) }), { n: 0.75 }],
  [
    'inc of text is refused',
    [{ n: 'x' }],
    () => ({ n: _.inc(1) }),
    refusal(/Cannot apply \$inc to a value of non-numeric type/),
  ],
  ['inc of null is refused', [{ n: null }], () => ({ n: _.inc(1) }), refusal(/non-numeric type/)],
  [
    'inc by text is refused',
    [{ n: 1 }],
    () => ({ n: _.inc('1') }),
    refusal(/Cannot increment with non-numeric argument/),
  ],
  ['mul', [{ n: 3 }], () => ({ n: _.mul(4) }), { n: 12 }],
  ['mul of an absent field is 0', [{}], () => ({ n: _.mul(4) }), { n: 0 }],
  ['mul of text is refused', [{ n: 'x' }], () => ({ n: _.mul(2) }), refusal(/non-numeric type/)],
  ['min sets what is less', [{ n: 5 }], () => ({ n: _.min(3) }), { n: 3 }],
  ['min leaves what is less already', [{ n: 5 }], () => ({ n: _.min(7) }), { n: 5 }],
  ['min of an absent field sets it', [{}], () => ({ n: _.min(7) }), { n: 7 }],
  ['max sets what is more', [{ n: 5 }], () => ({ n: _.max(7) }), { n: 7 }],
  ['max compares dates', [{ d: new Date(5) }], () => ({ d: _.max(new Date(9)) }), { d: new Date(9) }],
  ['max compares types by their order', [{ n: 5 }], () => ({ n: _.max('a') }), { n: 'a' }],
  ['bit', [{ n: 13 }], () => ({ n: _.bit({ and: 10 }) }), { n: 8 }],
  [
    'several commands at once',
    [{ a: 1, b: [1], c: 2 }],
    () => ({ a: _.inc(1), b: _.push([2]), c: _.remove(), d: 4 }),
    { a: 2, b: [1, 2], d: 4 },
  ],
])
