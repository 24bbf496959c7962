import { command as _, becomes, refusal, withCloud } from './table'

withCloud()
const SDK = 'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/command'
const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/update'
const letters = [{ t: ['b', 'd'] }]
const places = [
  {
    p: [
      { k: 'a', area: 50 },
      { k: 'b', area: 150 },
      { k: 'c', area: 250 },
    ],
  },
]

becomes('push', `${SDK}/Command.push.html`, [
  ['one value', letters, () => ({ t: _.push('x') }), { t: ['b', 'd', 'x'] }],
  ['several values', letters, () => ({ t: _.push('x', 'y') }), { t: ['b', 'd', 'x', 'y'] }],
  ['a list of values', letters, () => ({ t: _.push(['x', 'y']) }), { t: ['b', 'd', 'x', 'y'] }],
  ['a list in a list', letters, () => ({ t: _.push([['x']]) }), { t: ['b', 'd', ['x']] }],
  ['each', letters, () => ({ t: _.push({ each: ['x', 'y'] }) }), { t: ['b', 'd', 'x', 'y'] }],
  ['at a position', letters, () => ({ t: _.push({ each: ['x'], position: 1 }) }), { t: ['b', 'x', 'd'] }],
  [
    'at a position beyond the end',
    letters,
    () => ({ t: _.push({ each: ['x'], position: 9 }) }),
    { t: ['b', 'd', 'x'] },
  ],
  [
    'at a position from the end',
    letters,
    () => ({ t: _.push({ each: ['x'], position: -1 }) }),
    { t: ['b', 'x', 'd'] },
  ],
  ['sorted', letters, () => ({ t: _.push({ each: ['c', 'a'], sort: 1 }) }), { t: ['a', 'b', 'c', 'd'] }],
  ['sorted downwards', letters, () => ({ t: _.push({ each: ['c'], sort: -1 }) }), { t: ['d', 'c', 'b'] }],
  [
    'sorted without anything new',
    [{ t: [3, 1, 2] }],
    () => ({ t: _.push({ each: [], sort: 1 }) }),
    { t: [1, 2, 3] },
  ],
  [
    'sorted by a field',
    [{ t: [{ n: 2 }] }],
    () => ({ t: _.push({ each: [{ n: 3 }, { n: 1 }], sort: { n: 1 } }) }),
    { t: [{ n: 1 }, { n: 2 }, { n: 3 }] },
  ],
  [
    'only the last are kept',
    letters,
    () => ({ t: _.push({ each: ['x', 'y'], slice: -2 }) }),
    { t: ['x', 'y'] },
  ],
  [
    'only the first are kept',
    letters,
    () => ({ t: _.push({ each: ['x', 'y'], slice: 3 }) }),
    { t: ['b', 'd', 'x'] },
  ],
  ['slice 0 empties', letters, () => ({ t: _.push({ each: ['x'], slice: 0 }) }), { t: [] }],
  [
    'position, sort and slice together',
    letters,
    () => ({ t: _.push({ each: ['c', 'a'], position: 0, sort: 1, slice: 2 }) }),
    { t: ['a', 'b'] },
  ],
  ['an absent field becomes an array', [{}], () => ({ t: _.push(['x']) }), { t: ['x'] }],
  ['into a nested array', [{ a: { t: [1] } }], () => ({ a: { t: _.push([2]) } }), { a: { t: [1, 2] } }],
  ['onto text is refused', [{ t: 'x' }], () => ({ t: _.push(['y']) }), refusal(/must be an array/)],
  ['onto null is refused', [{ t: null }], () => ({ t: _.push(['y']) }), refusal(/must be an array/)],
])

becomes('unshift, pop and shift', `${SDK}/Command.unshift.html`, [
  ['unshift one', letters, () => ({ t: _.unshift('x') }), { t: ['x', 'b', 'd'] }],
  [
    'unshift several keeps their order',
    letters,
    () => ({ t: _.unshift(['x', 'y']) }),
    { t: ['x', 'y', 'b', 'd'] },
  ],
  ['pop', letters, () => ({ t: _.pop() }), { t: ['b'] }],
  ['shift', letters, () => ({ t: _.shift() }), { t: ['d'] }],
  ['pop of an empty array', [{ t: [] }], () => ({ t: _.pop() }), { t: [] }],
  ['pop of what is not there', [{ a: 1 }], () => ({ t: _.pop() }), { a: 1 }],
  ['pop of text is refused', [{ t: 'x' }], () => ({ t: _.pop() }), refusal(/non-array/)],
])

becomes('pull', `${SDK}/Command.pull.html`, [
  ['every equal value', [{ n: [1, 2, 1] }], () => ({ n: _.pull(1) }), { n: [2] }],
  ['by a command', [{ n: [1, 5, 9] }], () => ({ n: _.pull(_.gte(5)) }), { n: [1] }],
  ['by in', [{ n: [1, 5, 9] }], () => ({ n: _.pull(_.in([1, 9])) }), { n: [5] }],
  [
    'objects that have these fields',
    places,
    () => ({ p: _.pull({ k: 'a' }) }),
    {
      p: [
        { k: 'b', area: 150 },
        { k: 'c', area: 250 },
      ],
    },
  ],
  [
    'objects by commands',
    places,
    () => ({ p: _.pull({ area: _.gt(100), k: _.neq('c') }) }),
    {
      p: [
        { k: 'a', area: 50 },
        { k: 'c', area: 250 },
      ],
    },
  ],
  [
    'objects by elemMatch inside',
    [{ c: [{ p: [{ area: 5 }] }, { p: [{ area: 500 }] }] }],
    () => ({ c: _.pull({ p: _.elemMatch({ area: _.gt(100) }) }) }),
    { c: [{ p: [{ area: 5 }] }] },
  ],
  ['by two commands', [{ n: [1, 5, 9] }], () => ({ n: _.pull(_.gt(3).lt(7)) }), { n: [1, 9] }],
  [
    'by alternatives',
    [{ p: [{ k: 1 }, { k: 2 }, { k: 3 }] }],
    () => ({ p: _.pull({ $or: [{ k: 1 }, { k: 3 }] }) }),
    { p: [{ k: 2 }] },
  ],
  ['what is not there', [{ a: 1 }], () => ({ n: _.pull(1) }), { a: 1 }],
  ['from text is refused', [{ n: 'x' }], () => ({ n: _.pull('x') }), refusal(/non-array/)],
  ['pullAll takes several values', [{ n: [1, 2, 3, 2] }], () => ({ n: _.pullAll([2, 3]) }), { n: [1] }],
  [
    'pullAll compares objects exactly',
    places,
    () => ({ p: _.pullAll([{ k: 'a' }, { k: 'b', area: 150 }]) }),
    {
      p: [
        { k: 'a', area: 50 },
        { k: 'c', area: 250 },
      ],
    },
  ],
])

becomes('addToSet', `${MANUAL}/addToSet/`, [
  ['a new value', letters, () => ({ t: _.addToSet('x') }), { t: ['b', 'd', 'x'] }],
  ['a value that is there', letters, () => ({ t: _.addToSet('b') }), { t: ['b', 'd'] }],
  ['each of several', letters, () => ({ t: _.addToSet({ $each: ['b', 'x', 'x'] }) }), { t: ['b', 'd', 'x'] }],
  ['a list is one value', letters, () => ({ t: _.addToSet(['b']) }), { t: ['b', 'd', ['b']] }],
  [
    'equal objects are one',
    [{ t: [{ a: 1, b: 2 }] }],
    () => ({ t: _.addToSet({ a: 1, b: 2 }) }),
    { t: [{ a: 1, b: 2 }] },
  ],
  [
    'fields in another order are another object',
    [{ t: [{ a: 1, b: 2 }] }],
    () => ({ t: _.addToSet({ b: 2, a: 1 }) }),
    {
      t: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    },
  ],
  ['what was there twice stays', [{ t: [1, 1] }], () => ({ t: _.addToSet(2) }), { t: [1, 1, 2] }],
  ['an absent field becomes an array', [{}], () => ({ t: _.addToSet('x') }), { t: ['x'] }],
])
