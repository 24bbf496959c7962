import { command as _, computes, type Database, now, refusal, withCloud } from './table'

withCloud()
const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/aggregation/#date-expression-operators'

const $ = new Proxy({} as Database, { get: (_target, key) => _.aggregate[key] })

const at = Date.UTC(2024, 11, 31, 18, 4, 5, 6)

const doc = [{ d: new Date(at), nil: null, t: 'x' }]

const zone = 'Asia/Shanghai'

const inZone = { date: '$d', timezone: zone }

computes('parts of a date', MANUAL, [
  ['year', doc, () => $.year('$d'), 2024],
  ['year in a zone', doc, () => $.year(inZone), 2025],
  ['year at an offset', doc, () => $.year({ date: '$d', timezone: '+08:00' }), 2025],
  ['month', doc, () => $.month('$d'), 12],
  ['month in a zone', doc, () => $.month(inZone), 1],
  ['dayOfMonth', doc, () => $.dayOfMonth('$d'), 31],
  ['hour in a zone', doc, () => $.hour(inZone), 2],
  [
    'hour in summer time',
    [{ d: new Date(Date.UTC(2024, 6, 1, 12)) }],
    () => $.hour({ date: '$d', timezone: 'America/New_York' }),
    8,
  ],
  ['hour in winter time', doc, () => $.hour({ date: '$d', timezone: 'America/New_York' }), 13],
  ['hour at -0330', doc, () => $.hour({ date: '$d', timezone: '-0330' }), 14],
  ['minute', doc, () => $.minute('$d'), 4],
  ['second', doc, () => $.second('$d'), 5],
  ['millisecond', doc, () => $.millisecond('$d'), 6],
  ['dayOfWeek begins with Sunday as 1', doc, () => $.dayOfWeek('$d'), 3],
  ['isoDayOfWeek begins with Monday as 1', doc, () => $.isoDayOfWeek('$d'), 2],
  ['dayOfYear of a leap year', doc, () => $.dayOfYear('$d'), 366],
  ['week', doc, () => $.week('$d'), 52],
  ['week before the first Sunday', [{ d: new Date(Date.UTC(2024, 0, 1)) }], () => $.week('$d'), 0],
  ['isoWeek', doc, () => $.isoWeek('$d'), 1],
  ['isoWeekYear', doc, () => $.isoWeekYear('$d'), 2025],
  [
    'isoWeek at a year’s end',
    [{ d: new Date(Date.UTC(2021, 0, 3)) }],
    () => [$.isoWeekYear('$d'), $.isoWeek('$d')],
    [2020, 53],
  ],
  ['of null is null', doc, () => $.year('$nil'), null],
  ['of text is refused', doc, () => $.year('$t'), refusal(/can't convert from BSON type string to Date/)],
  [
    'an unknown zone is refused',
    doc,
    () => $.year({ date: '$d', timezone: 'Nowhere/Else' }),
    refusal(/time zone/),
  ],
  [
    'dateToParts',
    doc,
    () => ({ $dateToParts: { date: '$d' } }),
    { year: 2024, month: 12, day: 31, hour: 18, minute: 4, second: 5, millisecond: 6 },
  ],
  [
    'dateToParts by ISO weeks in a zone',
    doc,
    () => ({ $dateToParts: { ...inZone, iso8601: true } }),
    { isoWeekYear: 2025, isoWeek: 1, isoDayOfWeek: 3, hour: 2, minute: 4, second: 5, millisecond: 6 },
  ],
  ['$$NOW', doc, () => ({ $eq: ['$$NOW', new Date(now())] }), true],
])
