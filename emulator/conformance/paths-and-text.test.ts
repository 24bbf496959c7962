import { command as _, db, finds, refusal, withCloud } from './table'

withCloud()
const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/query'

const nested = [
  { a: { b: { c: 1 } } },
  { a: { b: [{ c: 1 }, { c: 2 }] } },
  { a: [{ b: { c: 3 } }, { b: { c: 1 } }] },
  { a: { b: { c: 1, d: 2 } } },
]

finds('paths', 'https://www.mongodb.com/docs/manual/core/document/#dot-notation', [
  ['an object in where stands for its paths', nested, () => ({ a: { b: { c: 2 } } }), [1]],
  ['dotted paths go through arrays on the way', nested, () => ({ 'a.b.c': 1 }), [0, 1, 2, 3]],
  ['eq of a whole object is exact', nested, () => ({ 'a.b': _.eq({ c: 1 }) }), [0, 1, 2]],
  [
    'eq of a whole object knows the order of fields',
    [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }],
    () => ({ a: _.eq({ x: 1, y: 2 }) }),
    [0],
  ],
  ['a number in a path is a position', nested, () => ({ 'a.0.b.c': 3 }), [2]],
  ['a position inside', nested, () => ({ 'a.b.1.c': 2 }), [1]],
  ['a position with a command', nested, () => ({ 'a.b.0.c': _.lt(2) }), [1]],
  ['a position at the end', [{ a: [5, 6] }, { a: [6, 5] }], () => ({ 'a.1': 5 }), [1]],
  ['a position has no leading zero', [{ a: [5, 6] }], () => ({ 'a.01': 6 }), []],
  ['a number is a name too', [{ a: { 0: 'x' } }, { a: ['x'] }], () => ({ 'a.0': 'x' }), [0, 1]],
  ['positions in arrays of arrays', [{ a: [[1, 2]] }, { a: [[2, 1]] }], () => ({ 'a.0.1': 1 }), [1]],
  ['a path through what has no fields finds nothing', [{ a: 5 }], () => ({ 'a.b': 5 }), []],
  ['null finds where the path breaks off', [{ a: 5 }, { a: { b: 1 } }, {}], () => ({ 'a.b': null }), [0, 2]],
  [
    'an empty array has nothing inside, not even null',
    [{ a: [] }, { a: [{}] }],
    () => ({ 'a.b': null }),
    [1],
  ],
  ['neq of an array’s members means none of them', nested, () => ({ 'a.b.c': _.neq(2) }), [0, 2, 3]],
])

const text = [
  { t: 'Rice' },
  { t: 'rice paper' },
  { t: '水稻' },
  { t: 'a\nrice' },
  { t: ['x', 'Rice'] },
  { t: 5 },
]

finds('regular expressions', `${MANUAL}/regex/`, [
  ['a JavaScript expression', text, () => ({ t: /^Ri/ }), [0, 4]],
  ['i ignores case', text, () => ({ t: /^rice/i }), [0, 1, 4]],
  ['db.RegExp with options', text, () => ({ t: db.RegExp({ regexp: '^rice', options: 'i' }) }), [0, 1, 4]],
  ['m begins at each line', text, () => ({ t: db.RegExp({ regexp: '^rice$', options: 'm' }) }), [3]],
  ['without m only at the beginning', text, () => ({ t: db.RegExp({ regexp: '^rice$' }) }), []],
  ['s lets a dot be a line’s end', text, () => ({ t: db.RegExp({ regexp: 'a.rice', options: 's' }) }), [3]],
  [
    'x ignores spaces and comments',
    text,
    () => ({ t: db.RegExp({ regexp: '^ ri ce # grain', options: 'ix' }) }),
    [0, 1, 4],
  ],
  ['options together', text, () => ({ t: db.RegExp({ regexp: '^RICE$', options: 'im' }) }), [0, 3, 4]],
  ['Chinese text', text, () => ({ t: db.RegExp({ regexp: '水.$' }) }), [2]],
  ['a dot is a code point', [{ t: '😀' }, { t: 'ab' }], () => ({ t: /^.$/ }), [0]],
  ['options inside, as Perl has them', text, () => ({ t: db.RegExp({ regexp: '(?i)^RICE$' }) }), [0, 4]],
  ['in takes expressions', text, () => ({ t: _.in([/^水/, 'Rice']) }), [0, 2, 4]],
  ['not takes an expression', text, () => ({ t: _.not(/rice/i) }), [2, 5]],
  ['numbers are no text', text, () => ({ t: /5/ }), []],
  ['$regex with $options', text, () => ({ t: { $regex: '^RICE$', $options: 'i' } }), [0, 4]],
  ['neq of an expression is refused', text, () => ({ t: _.neq(/x/) }), refusal(/regex/i)],
])
