import { command as _, db, finds, refusal, withCloud } from './table'

withCloud()
const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/query-geospatial/'

type Pair = [number, number]

const place = (coordinates: Pair) => ({ type: 'Point', coordinates })

const ring = (corners: Pair[]) =>
  db.Geo.LineString([...corners, corners[0]!].map((corner) => db.Geo.Point(...corner)))

const area = (...rings: Pair[][]) => db.Geo.Polygon(rings.map(ring))

const line = (...corners: Pair[]) => db.Geo.LineString(corners.map((corner) => db.Geo.Point(...corner)))

const square = (least: number, most: number): Pair[] => [
  [least, least],
  [most, least],
  [most, most],
  [least, most],
]

const least: Pair[] = [
  [1, 1],
  [2, 1],
  [2, 2],
  [1, 1],
]
const large = [...square(3, 9), [3, 3]]
const of = (type: string, coordinates: unknown) => ({ g: { type, coordinates } })

const shapes = [
  { g: place([1, 1]) },
  { g: place([10, 10]) },
  of('LineString', [
    [1, 1],
    [2, 2],
  ]),
  of('LineString', [
    [1, 1],
    [9, 1],
  ]),
  of('Polygon', [least]),
  of('Polygon', [large]),
  of('MultiPoint', [
    [1, 1],
    [10, 10],
  ]),
  of('MultiPolygon', [[least]]),
  { g: 'no place' },
]

finds('within', MANUAL, [
  [
    'only what is wholly inside',
    shapes,
    () => ({ g: _.geoWithin({ geometry: area(square(0, 5)) }) }),
    [0, 2, 4, 7],
  ],
  [
    'not in a hole',
    [{ g: place([1, 1]) }, { g: place([3, 3]) }],
    () => ({ g: _.geoWithin({ geometry: area(square(0, 5), square(2, 4)) }) }),
    [0],
  ],
  [
    'in one of several areas',
    [{ g: place([1, 1]) }, { g: place([21, 21]) }, { g: place([10, 10]) }],
    () => ({ g: _.geoWithin({ geometry: db.Geo.MultiPolygon([area(square(0, 5)), area(square(20, 25))]) }) }),
    [0, 1],
  ],
  [
    'a corner belongs to it',
    [{ g: place([5, 5]) }],
    () => ({ g: _.geoWithin({ geometry: area(square(0, 5)) }) }),
    [0],
  ],
  [
    'the edge is a great circle',
    [{ g: place([0, 50.5]) }],
    () => ({
      g: _.geoWithin({
        geometry: area([
          [-20, 40],
          [20, 40],
          [20, 50],
          [-20, 50],
        ]),
      }),
    }),
    [0],
  ],
  [
    'in a circle of radians',
    shapes,
    () => ({ g: _.geoWithin({ centerSphere: [db.Geo.Point(1, 1), 10_000 / 6_378_100] }) }),
    [0],
  ],
  [
    'in a concave area',
    [{ g: place([5, 8]) }, { g: place([1, 5]) }],
    () => ({
      g: _.geoWithin({
        geometry: area([
          [0, 0],
          [10, 0],
          [10, 10],
          [5, 5],
          [0, 10],
        ]),
      }),
    }),
    [1],
  ],
  [
    'within a line is refused',
    shapes,
    () => ({
      g: {
        $geoWithin: {
          $geometry: {
            type: 'LineString',
            coordinates: [
              [0, 0],
              [1, 1],
            ],
          },
        },
      },
    }),
    refusal(/geoWithin not supported/),
  ],
])

finds('intersects', MANUAL, [
  [
    'an area',
    shapes,
    () => ({ g: _.geoIntersects({ geometry: area(square(0, 5)) }) }),
    [0, 2, 3, 4, 5, 6, 7],
  ],
  ['a line through areas', shapes, () => ({ g: _.geoIntersects({ geometry: line([0, 5], [20, 5]) }) }), [5]],
  [
    'lines that cross',
    [
      {
        g: {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [2, 2],
          ],
        },
      },
    ],
    () => ({ g: _.geoIntersects({ geometry: line([0, 2], [2, 0]) }) }),
    [0],
  ],
  [
    'lines that do not',
    [
      {
        g: {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [2, 2],
          ],
        },
      },
    ],
    () => ({ g: _.geoIntersects({ geometry: line([3, 2], [5, 0]) }) }),
    [],
  ],
  ['a point in an area', shapes, () => ({ g: _.geoIntersects({ geometry: db.Geo.Point(6, 6) }) }), [5]],
  ['a point itself', shapes, () => ({ g: _.geoIntersects({ geometry: db.Geo.Point(10, 10) }) }), [1, 6]],
  [
    'several points',
    shapes,
    () => ({
      g: _.geoIntersects({ geometry: db.Geo.MultiPoint([db.Geo.Point(10, 10), db.Geo.Point(7, 7)]) }),
    }),
    [1, 5, 6],
  ],
  [
    'several lines',
    shapes,
    () => ({
      g: _.geoIntersects({
        geometry: db.Geo.MultiLineString([line([0, 8], [20, 8]), line([0, -9], [1, -9])]),
      }),
    }),
    [5],
  ],
  [
    'an area around another',
    [shapes[5]!],
    () => ({ g: _.geoIntersects({ geometry: area(square(0, 20)) }) }),
    [0],
  ],
  [
    'an area inside a hole does not',
    [{ g: place([3, 3]) }],
    () => ({ g: _.geoIntersects({ geometry: area(square(0, 5), square(2, 4)) }) }),
    [],
  ],
])
