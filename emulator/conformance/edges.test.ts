import { aggregates, computes, type Database, refusal, withCloud } from './table'

withCloud()

const manual = 'https://www.mongodb.com/docs/manual/reference/operator/aggregation'
const at = (text: string) => new Date(text)
const leap = [
  { d: at('2020-12-31T23:30:00Z'), first: at('2016-01-01T00:00:00Z'), last: at('2016-12-31T00:00:00Z') },
]
const text = (format: string, timezone = 'UTC') => ({ $dateToString: { date: '$d', format, timezone } })
const parsed = (dateString: string) => ({ $dateFromString: { dateString } })
const rest = [
  {
    n: 1,
    nil: null,
    s: '',
    nan: Number.NaN,
    zero: 0,
    a: [1, { b: 2 }, [{ b: 3 }]],
    z: '👨‍👩‍👧',
    o: { x: 1, y: 2 },
  },
]
const ids = (from: Database) => from.project({ _id: 1 })
const of = (...numbers: number[]) => numbers.map((each) => ({ _id: String(each) }))

computes('dates at the turn of a year', `${manual}/dateToString/`, [
  ['another year in another zone', leap, () => text('%Y %j %G-W%V-%u', '+0100'), '2021 001 2020-W53-5'],
  ['an offset west of Greenwich', leap, () => text('%H:%M %z %Z', '-03:30'), '20:00 -0330 -210'],
  ['percent signs', leap, () => text('%%Y%Y'), '%Y2020'],
  ['the week before the first Sunday', leap, () => ({ $week: '$first' }), 0],
  ['the last week', leap, () => ({ $week: '$last' }), 52],
  [
    'an ISO week of the year before',
    leap,
    () => [{ $isoWeek: '$first' }, { $isoWeekYear: '$first' }],
    [53, 2015],
  ],
  ['the day 366', leap, () => ({ $dayOfYear: '$d' }), 366],
  [
    'the id of a document as a date',
    leap,
    () => ({ $year: { $toObjectId: '507f191e810c19729de860ea' } }),
    2012,
  ],
  ['a number is no date', rest, () => ({ $year: '$n' }), refusal(/Date/)],
  ['without separators', [], () => parsed('20240105T101112'), at('2024-01-05T10:11:12Z')],
  ['American', [], () => parsed('01/05/2024'), at('2024-01-05T00:00:00Z')],
  ['a zone’s name behind', [], () => parsed('2024-01-05 10:00:00 Asia/Shanghai'), at('2024-01-05T02:00:00Z')],
  ['a month 13 is refused', [], () => parsed('2024-13-05'), refusal(/parsing/)],
])

computes('truth, order and what is not there', `${manual}/#boolean-expression-operators`, [
  ['NaN and an empty text are true', rest, () => ({ $and: ['$nan', '$s'] }), true],
  ['what is not there is below null', rest, () => ({ $lt: ['$missing', '$nil'] }), true],
  ['and not equal to it', rest, () => ({ $eq: ['$missing', '$nil'] }), false],
  ['NaN is below every number', rest, () => ({ $lt: ['$nan', -1e300] }), true],
  ['the order of fields counts', rest, () => ({ $eq: ['$o', { $literal: { y: 2, x: 1 } }] }), false],
  ['and stops at the first false', rest, () => ({ $and: ['$zero', { $divide: [1, '$zero'] }] }), false],
  ['or at the first true', rest, () => ({ $or: ['$n', { $divide: [1, '$zero'] }] }), true],
  ['a path passes over an array in an array', rest, () => '$a.b', [2]],
  ['a number in a path is no position', rest, () => '$a.0', []],
  ['a list has null for what is missing', rest, () => ['$n', '$missing'], [1, null]],
  ['an object leaves it out', rest, () => ({ p: '$n', q: '$missing' }), { p: 1 }],
  [
    'characters joined to one are several',
    rest,
    () => [{ $strLenCP: '$z' }, { $strLenBytes: '$z' }],
    [5, 18],
  ],
])

computes('conversions', `${manual}/convert/`, [
  ['any text is true', [{ s: 'false' }], () => ({ $toBool: '$s' }), true],
  ['zero is not', rest, () => ({ $toBool: '$zero' }), false],
  ['a date to a long', [{ d: at('1970-01-01T00:00:01Z') }], () => ({ $toLong: '$d' }), 1000],
  ['an int is no date', rest, () => ({ $toDate: '$n' }), refusal(/onError/)],
  ['a number too big for an int', [{ n: 3e9 }], () => ({ $toInt: '$n' }), refusal(/overflow/)],
  ['numbers are told from text', rest, () => [{ $isNumber: '$n' }, { $isNumber: '$s' }], [true, false]],
])

aggregates('orders', `${manual}/sort/`, [
  [
    'every type has its place',
    [{ v: 'a' }, { v: 1 }, {}, { v: true }, { v: at('2020-01-01T00:00:00Z') }, { v: { x: 1 } }],
    (from) => ids(from.sort({ v: 1 })),
    of(2, 1, 0, 5, 3, 4),
  ],
  ['an empty array before null', [{ v: null }, { v: [] }], (from) => ids(from.sort({ v: 1 })), of(1, 0)],
  [
    'text by its bytes',
    [{ v: '😀' }, { v: '～' }, { v: 'a' }],
    (from) => ids(from.sort({ v: 1 })),
    of(2, 1, 0),
  ],
  [
    'a limit before it takes what comes first',
    [{ v: 1 }, { v: 2 }, { v: 3 }],
    (from) => ids(from.limit(2).sort({ v: -1 })),
    of(1, 0),
  ],
])
