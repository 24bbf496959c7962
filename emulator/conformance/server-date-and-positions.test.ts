import { command as _, db, does, now, refusal, withCloud } from './table'

withCloud()
const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/update'

const set = (data: unknown) => ({ $set: data })

does(
  'the server’s date',
  'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/Database.serverDate.html',
  [
    [
      'is the clock of the server',
      [{}],
      async (c) => {
        await c.doc('0').update({ data: { at: db.serverDate() } })
        return (await c.doc('0').get()).data.at.getTime() === now()
      },
      true,
    ],
    [
      'with an offset',
      [{}],
      async (c) => {
        await c.doc('0').update({ data: { at: db.serverDate({ offset: 3_600_000 }) } })
        return (await c.doc('0').get()).data.at.getTime() - now()
      },
      3_600_000,
    ],
    [
      'inside an object and an array that are added',
      [],
      async (c) => {
        await c.add({
          data: { _id: 'x', a: { at: db.serverDate() }, list: [{ at: db.serverDate({ offset: -5 }) }] },
        })
        const { a, list } = (await c.doc('x').get()).data
        return [a.at.getTime() - now(), list[0].at.getTime() - now()]
      },
      [0, -5],
    ],
    [
      'inside what is pushed',
      [{ log: [] }],
      async (c) => {
        await c.doc('0').update({ data: { log: _.push([{ at: db.serverDate() }]) } })
        return (await c.doc('0').get()).data.log[0].at.getTime() - now()
      },
      0,
    ],
    [
      'inside what is set',
      [{}],
      async (c) => {
        await c.doc('0').set({ data: { a: { at: db.serverDate() } } })
        return (await c.doc('0').get()).data.a.at.getTime() - now()
      },
      0,
    ],
    [
      'in a filter',
      [{ d: new Date(0) }, { d: new Date(Date.UTC(2100, 0)) }],
      async (c) => (await c.where({ d: _.lt(db.serverDate()) }).get()).data.length,
      1,
    ],
    [
      '$currentDate',
      [{}],
      async (c) => {
        await c.doc('0').update({ data: { $currentDate: { at: true } } })
        return (await c.doc('0').get()).data.at.getTime() - now()
      },
      0,
    ],
  ],
)

does('positions', `${MANUAL}/positional/`, [
  [
    '$ is the member the filter found',
    [
      {
        items: [
          { k: 'a', n: 1 },
          { k: 'b', n: 1 },
        ],
      },
    ],
    async (c) => {
      await c.where({ 'items.k': 'b' }).update({ data: { 'items.$.n': _.inc(5) } })
      return (await c.doc('0').get()).data.items
    },
    [
      { k: 'a', n: 1 },
      { k: 'b', n: 6 },
    ],
  ],
  [
    '$ of plain values',
    [{ n: [1, 5, 9] }],
    async (c) => {
      await c.where({ n: _.gt(4) }).update({ data: { 'n.$': 0 } })
      return (await c.doc('0').get()).data.n
    },
    [1, 0, 9],
  ],
  [
    '$ with elemMatch',
    [
      {
        items: [
          { k: 'a', n: 1 },
          { k: 'a', n: 2 },
        ],
      },
    ],
    async (c) => {
      await c.where({ items: _.elemMatch({ k: 'a', n: 2 }) }).update({ data: { 'items.$.done': true } })
      return (await c.doc('0').get()).data.items
    },
    [
      { k: 'a', n: 1 },
      { k: 'a', n: 2, done: true },
    ],
  ],
  [
    '$ within and, with the id',
    [{ items: [{ k: 'a' }, { k: 'b' }] }],
    async (c) => {
      await c.where(_.and([{ _id: '0' }, { 'items.k': 'b' }])).update({ data: { 'items.$.k': 'c' } })
      return (await c.doc('0').get()).data.items
    },
    [{ k: 'a' }, { k: 'c' }],
  ],
  [
    '$ without an array in the filter is refused',
    [{ n: [1] }],
    async (c) => c.where({ _id: '0' }).update({ data: { 'n.$': 0 } }),
    refusal(/positional operator did not find/),
  ],
  [
    '$[] is every member',
    [{ items: [{ n: 1 }, { n: 2 }] }],
    async (c) => {
      await c.where({ _id: '0' }).update({ data: { 'items.$[].n': _.inc(10) } })
      return (await c.doc('0').get()).data.items
    },
    [{ n: 11 }, { n: 12 }],
  ],
  [
    'the id cannot be changed',
    [{ a: 1 }],
    async (c) => c.where({ a: 1 }).update({ data: set({ _id: 'x' }) }),
    refusal(/immutable field '_id'/),
  ],
])
