import { command as _, aggregates, type Database, db, does, refusal, withCloud } from './table'

withCloud()
const DOCS =
  'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/command/Command.geoNear.html'

type Pair = [number, number]

const place = (coordinates: Pair) => ({ type: 'Point', coordinates })

const points = [{ p: place([0, 0]) }, { p: place([0.01, 0]) }, { p: place([1, 1]) }, { p: place([5, 5]) }, {}]

const near = (options: Record<string, unknown> = {}) =>
  _.geoNear({ geometry: db.Geo.Point(0, 0), ...options })

does('near', DOCS, [
  [
    'among alternatives is refused: it orders',
    points,
    async (c) => c.where(_.or([{ p: near({ minDistance: 0, maxDistance: 9 }) }, { q: 1 }])).get(),
    refusal(/must be top-level/),
  ],
  [
    'nearest first',
    [...points].reverse(),
    async (c) => (await c.where({ p: near() }).get()).data.map((d: { _id: string }) => d._id).join(''),
    '4321',
  ],
  [
    'not beyond the greatest distance in metres',
    points,
    async (c) => (await c.where({ p: near({ maxDistance: 1200 }) }).get()).data.length,
    2,
  ],
  [
    'not within the least distance',
    points,
    async (c) =>
      (await c.where({ p: near({ minDistance: 1000, maxDistance: 200_000 }) }).get()).data.map(
        (d: { _id: string }) => d._id,
      ),
    ['1', '2'],
  ],
  [
    'with another condition and a limit',
    points,
    async (c) =>
      (
        await c
          .where({ p: near(), _id: _.neq('0') })
          .limit(1)
          .get()
      ).data.map((d: { _id: string }) => d._id),
    ['1'],
  ],
  [
    'a degree on the equator is 111.3 km',
    points,
    async (c) => [
      (await c.where({ p: near({ minDistance: 1113, maxDistance: 1114 }) }).get()).data.length,
      (await c.where({ p: near({ minDistance: 1114, maxDistance: 1200 }) }).get()).data.length,
    ],
    [1, 0],
  ],
  [
    'beyond the date line',
    [{ p: place([179.99, 0]) }],
    async (c) =>
      (await c.where({ p: _.geoNear({ geometry: db.Geo.Point(-179.99, 0), maxDistance: 3000 }) }).get()).data
        .length,
    1,
  ],
  [
    'a place comes back as the SDK’s own',
    points,
    async (c) => (await c.doc('2').get()).data.p.toJSON(),
    { type: 'Point', coordinates: [1, 1] },
  ],
])

const nearStage = (more: Record<string, unknown> = {}) => ({
  near: db.Geo.Point(0, 0),
  distanceField: 'far',
  spherical: true,
  ...more,
})

function round(a: Database) {
  return a.project({ _id: 1, far: { $round: ['$far', 0] } })
}

aggregates('geoNear stage', 'https://www.mongodb.com/docs/manual/reference/operator/aggregation/geoNear/', [
  [
    'distances in metres, nearest first',
    points,
    (a) => round(a.geoNear(nearStage())).limit(3),
    [
      { _id: '0', far: 0 },
      { _id: '1', far: 1113 },
      { _id: '2', far: 157425 },
    ],
  ],
  [
    'a greatest and a least distance',
    points,
    (a) => round(a.geoNear(nearStage({ maxDistance: 200_000, minDistance: 1 }))),
    [
      { _id: '1', far: 1113 },
      { _id: '2', far: 157425 },
    ],
  ],
  [
    'a multiplier',
    points,
    (a) =>
      round(a.geoNear(nearStage({ distanceMultiplier: 0.001 })))
        .skip(2)
        .limit(1),
    [{ _id: '2', far: 157 }],
  ],
  [
    'a query, and where',
    points,
    (a) => a.geoNear(nearStage({ query: { _id: '2' }, includeLocs: 'where' })).project({ where: 1 }),
    [{ _id: '2', where: place([1, 1]) }],
  ],
  ['after another stage is refused', points, (a) => a.limit(1).geoNear(nearStage()), refusal(/first stage/)],
])
