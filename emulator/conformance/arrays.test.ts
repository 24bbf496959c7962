import { command as _, finds, refusal, withCloud } from './table'

withCloud()
const MANUAL = 'https://www.mongodb.com/docs/manual/tutorial/query-arrays/'
const tagged = [{ t: ['a', 'b'] }, { t: ['b', 'a', 'c'] }, { t: 'a' }, { t: [['a', 'b']] }, { t: [] }, {}]

finds('arrays', MANUAL, [
  ['a value finds arrays that have it', tagged, () => ({ t: 'a' }), [0, 1, 2]],
  ['an array finds the same array, also as a member', tagged, () => ({ t: ['a', 'b'] }), [0, 3]],
  ['an empty array finds empty arrays', tagged, () => ({ t: [] }), [4]],
  ['all finds arrays with every one', tagged, () => ({ t: _.all(['a', 'b']) }), [0, 1]],
  ['all of one finds single values too', tagged, () => ({ t: _.all(['a']) }), [0, 1, 2]],
  ['all of an array', tagged, () => ({ t: _.all([['a', 'b']]) }), [0, 3]],
  ['all of nothing finds nothing', tagged, () => ({ t: _.all([]) }), []],
  ['size', tagged, () => ({ t: _.size(2) }), [0]],
  ['size 0 is an empty array, not an absent one', tagged, () => ({ t: _.size(0) }), [4]],
  ['a negative size is refused', tagged, () => ({ t: _.size(-1) }), refusal(/non-negative/)],
  ['in finds arrays with any', tagged, () => ({ t: _.in(['c', 'x']) }), [1]],
  ['nin finds arrays with none', tagged, () => ({ t: _.nin(['a']) }), [3, 4, 5]],
  ['neq means no member', [{ n: [1, 2] }, { n: [3] }, { n: 1 }], () => ({ n: _.neq(1) }), [1]],
  ['two bounds may be met by two members', [{ n: [1, 20] }, { n: [5] }], () => ({ n: _.gt(10).lt(5) }), [0]],
  ['not of a bound means no member', [{ n: [1, 20] }, { n: [5] }], () => ({ n: _.not(_.gt(10)) }), [1]],
  ['mod looks at members', [{ n: [1, 4] }, { n: [1] }], () => ({ n: _.mod(4, 0) }), [0]],
  ['exists true of an empty array', tagged, () => ({ t: _.exists(true) }), [0, 1, 2, 3, 4]],
])

const scores = [
  {
    s: [
      { k: 'a', n: 5 },
      { k: 'b', n: 9 },
    ],
  },
  { s: [{ k: 'a', n: 9 }] },
  { s: { k: 'a', n: 9 } },
  { s: [1, 7, 12] },
  { s: [[{ k: 'a', n: 9 }]] },
]

finds(
  'elemMatch',
  'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/command/Command.elemMatch.html',
  [
    ['one member must meet every condition', scores, () => ({ s: _.elemMatch({ k: 'a', n: 9 }) }), [1]],
    ['without it different members may', scores, () => ({ 's.k': 'a', 's.n': 9 }), [0, 1, 2]],
    ['commands inside', scores, () => ({ s: _.elemMatch({ k: 'b', n: _.gt(8) }) }), [0]],
    ['joined commands inside', scores, () => ({ s: _.elemMatch({ n: _.gt(4).lt(6) }) }), [0]],
    ['of plain values', scores, () => ({ s: _.elemMatch(_.gt(10)) }), [3]],
    ['two bounds for one plain value', scores, () => ({ s: _.elemMatch(_.gt(1).lt(7)) }), []],
    ['raw bounds for one plain value', scores, () => ({ s: { $elemMatch: { $gt: 5, $lt: 10 } } }), [3]],
    ['never a single object', [{ s: { n: 1 } }], () => ({ s: _.elemMatch({ n: 1 }) }), []],
    [
      'dotted paths inside',
      [{ s: [{ a: { b: 1 } }] }, { s: [{ a: { b: 2 } }] }],
      () => ({ s: _.elemMatch({ 'a.b': 2 }) }),
      [1],
    ],
    [
      'elemMatch in elemMatch',
      [{ s: [{ t: [{ n: 1 }, { n: 2 }] }] }],
      () => ({ s: _.elemMatch({ t: _.elemMatch({ n: _.eq(2) }) }) }),
      [0],
    ],
    [
      'below a dotted path',
      [{ a: { s: [{ n: 1 }] } }, { a: { s: [{ n: 2 }] } }],
      () => ({ 'a.s': _.elemMatch({ n: 2 }) }),
      [1],
    ],
    [
      'all of elemMatch',
      scores,
      () => ({ s: _.all([_.elemMatch({ k: 'a' }), _.elemMatch({ k: 'b' })]) }),
      [0],
    ],
    ['or inside', scores, () => ({ s: { $elemMatch: { $or: [{ n: 5 }, { k: 'x' }] } } }), [0]],
    [
      'size of arrays within arrays',
      [{ a: [{ b: [1] }] }, { a: [{ b: [1, 2] }] }],
      () => ({ 'a.b': _.size(2) }),
      [1],
    ],
  ],
)
