import { aggregates, type Database, refusal, withCloud } from './table'

withCloud()

const manual = 'https://www.mongodb.com/docs/manual/reference/operator/aggregation'
const LINK = `${manual}/bucketAuto/#behavior`

const hundred = Array.from({ length: 100 }, (_, v) => ({ v }))
const ten = hundred.slice(1, 11)

const by =
  (granularity: unknown, buckets = 5) =>
  (from: Database) =>
    from.bucketAuto({ groupBy: '$v', buckets, granularity })

const buckets = (...each: [min: number, max: number, count: number][]) =>
  each.map(([min, max, count]) => ({ _id: { min, max }, count }))

aggregates('bucketAuto with a granularity', LINK, [
  ['R20', hundred, by('R20'), buckets([0, 20, 20], [20, 40, 20], [40, 63, 23], [63, 90, 27], [90, 100, 10])],
  ['E24', hundred, by('E24'), buckets([0, 20, 20], [20, 43, 23], [43, 68, 25], [68, 91, 23], [91, 100, 9])],
  ['1-2-5', hundred, by('1-2-5'), buckets([0, 20, 20], [20, 50, 30], [50, 100, 50])],
  ['POWERSOF2', hundred, by('POWERSOF2'), buckets([0, 32, 32], [32, 64, 32], [64, 128, 36])],
  [
    'the lowest bound is below every value',
    ten,
    by('POWERSOF2'),
    buckets([0.5, 4, 3], [4, 8, 4], [8, 16, 3]),
  ],
  ['R5, the last bucket takes the rest', ten, by('R5', 2), buckets([0.63, 6.3, 6], [6.3, 16, 4])],
  ['E192 has its one exception', [{ v: 919.5 }], by('E192', 1), buckets([909, 920, 1])],
  [
    'a bucket of zeros ends below what follows',
    [{ v: 0 }, { v: 0 }, { v: 5 }, { v: 7 }],
    by('1-2-5', 2),
    buckets([0, 2, 2], [2, 10, 2]),
  ],
  ['a negative number is refused', [{ v: -1 }], by('R5'), refusal(/negative/)],
  ['text is refused', [{ v: 'x' }], by('R5'), refusal(/granularity/)],
  ['an unknown series is refused', [], by('R7'), refusal(/Unknown rounding granularity/)],
  ['a series is named by text', [], by(5), refusal(/string/)],
])
