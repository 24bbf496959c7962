import { command as _, computes, type Database, refusal, withCloud } from './table'

withCloud()
const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/aggregation/#date-expression-operators'

const $ = new Proxy({} as Database, { get: (_target, key) => _.aggregate[key] })

const at = Date.UTC(2024, 11, 31, 18, 4, 5, 6)

const doc = [{ d: new Date(at), nil: null, t: 'x' }]

const zone = 'Asia/Shanghai'

const inZone = { date: '$d', timezone: zone }

const text = (format: string, more: Record<string, unknown> = {}) =>
  $.dateToString({ date: '$d', format, ...more })

computes('dateToString', `${MANUAL.split('#')[0]}dateToString/`, [
  ['as it is by itself', doc, () => $.dateToString({ date: '$d' }), '2024-12-31T18:04:05.006Z'],
  ['a format', doc, () => text('%Y-%m-%d %H:%M:%S:%L'), '2024-12-31 18:04:05:006'],
  ['in a zone', doc, () => text('%Y-%m-%d', { timezone: zone }), '2025-01-01'],
  ['in a zone without a format', doc, () => $.dateToString(inZone), '2025-01-01T02:04:05.006'],
  ['the offset', doc, () => text('%z %Z', { timezone: zone }), '+0800 +480'],
  ['ISO weeks', doc, () => text('%G-W%V-%u'), '2025-W01-2'],
  ['days of year and week, week of year', doc, () => text('%j %w %U'), '366 3 52'],
  ['percent and Chinese', doc, () => text('%Y年%m月%d日 100%%'), '2024年12月31日 100%'],
  ['of null is null', doc, () => $.dateToString({ date: '$nil', format: '%Y' }), null],
  [
    'of null with onNull',
    doc,
    () => $.dateToString({ date: '$nil', format: '%Y', onNull: 'never' }),
    'never',
  ],
  ['an unknown specifier is refused', doc, () => text('%q'), refusal(/Invalid format character/)],
])

const parse = (dateString: unknown, more: Record<string, unknown> = {}) =>
  $.dateFromString({ dateString, ...more })

const utc = (...parts: [number, number, ...number[]]) => new Date(Date.UTC(...parts))

computes('dateFromString', `${MANUAL.split('#')[0]}dateFromString/`, [
  ['a moment', doc, () => parse('2017-02-08T12:10:40.787Z'), utc(2017, 1, 8, 12, 10, 40, 787)],
  [
    'a moment without zone is in UTC',
    doc,
    () => parse('2017-02-08T12:10:40.787'),
    utc(2017, 1, 8, 12, 10, 40, 787),
  ],
  ['a day', doc, () => parse('2017-02-08'), utc(2017, 1, 8)],
  ['with an offset inside', doc, () => parse('2017-02-08T12:10:40+0800'), utc(2017, 1, 8, 4, 10, 40)],
  ['in a zone', doc, () => parse('2017-02-08', { timezone: zone }), utc(2017, 1, 7, 16)],
  [
    'in a zone with summer time',
    doc,
    () => parse('2024-07-01T08:00:00', { timezone: 'America/New_York' }),
    utc(2024, 6, 1, 12),
  ],
  ['a format', doc, () => parse('06-15-2018', { format: '%m-%d-%Y' }), utc(2018, 5, 15)],
  [
    'a format with a time',
    doc,
    () => parse('2018/06/15 07:08', { format: '%Y/%m/%d %H:%M' }),
    utc(2018, 5, 15, 7, 8),
  ],
  [
    'a format with an offset',
    doc,
    () => parse('15/06/2018 +0800', { format: '%d/%m/%Y %z' }),
    utc(2018, 5, 14, 16),
  ],
  ['a format of ISO weeks', doc, () => parse('2018-W24-5', { format: '%G-W%V-%u' }), utc(2018, 5, 15)],
  ['null is null', doc, () => parse('$nil'), null],
  ['onNull', doc, () => parse('$nil', { onNull: new Date(0) }), new Date(0)],
  ['what is no date is refused', doc, () => parse('soon'), refusal(/Error parsing date string/)],
  ['onError', doc, () => parse('soon', { onError: 'bad' }), 'bad'],
  ['onError for what is no text', doc, () => parse(5, { onError: '$t' }), 'x'],
  ['a day that is not in the calendar', doc, () => parse('2023-02-30', { onError: 'bad' }), 'bad'],
  [
    'two zones are refused',
    doc,
    () => parse('2017-02-08T12:10:40Z', { timezone: zone }),
    refusal(/together with a timezone argument/),
  ],
])

computes('dateFromParts', `${MANUAL.split('#')[0]}dateFromParts/`, [
  ['a day', doc, () => $.dateFromParts({ year: 2017, month: 2, day: 8 }), utc(2017, 1, 8)],
  ['a year', doc, () => $.dateFromParts({ year: 2017 }), utc(2017, 0, 1)],
  [
    'a moment',
    doc,
    () => $.dateFromParts({ year: 2017, month: 2, day: 8, hour: 12, minute: 3, second: 4, millisecond: 5 }),
    utc(2017, 1, 8, 12, 3, 4, 5),
  ],
  [
    'in a zone',
    doc,
    () => $.dateFromParts({ year: 2017, month: 1, day: 1, timezone: zone }),
    utc(2016, 11, 31, 16),
  ],
  [
    'parts beyond carry over',
    doc,
    () => $.dateFromParts({ year: 2017, month: 14, day: 1, hour: 12 }),
    utc(2018, 1, 1, 12),
  ],
  ['parts below carry over', doc, () => $.dateFromParts({ year: 2017, month: 0, day: 1 }), utc(2016, 11, 1)],
  [
    'a day 0 is the last of the month before',
    doc,
    () => $.dateFromParts({ year: 2017, month: 3, day: 0 }),
    utc(2017, 1, 28),
  ],
  [
    'ISO weeks',
    doc,
    () => $.dateFromParts({ isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3 }),
    utc(2017, 1, 8),
  ],
  ['a part that is null', doc, () => $.dateFromParts({ year: 2017, month: '$nil' }), null],
  ['kinds mixed are refused', doc, () => $.dateFromParts({ isoWeekYear: 2017, month: 2 }), refusal(/mixing/)],
  ['no year is refused', doc, () => $.dateFromParts({ month: 2 }), refusal(/requires either/)],
  [
    'dateAdd',
    doc,
    () => ({ $dateAdd: { startDate: '$d', unit: 'month', amount: 2 } }),
    new Date(Date.UTC(2025, 1, 28, 18, 4, 5, 6)),
  ],
  ['dateDiff', doc, () => ({ $dateDiff: { startDate: new Date(0), endDate: '$d', unit: 'year' } }), 54],
  [
    'dateTrunc',
    doc,
    () => ({ $dateTrunc: { date: '$d', unit: 'day', timezone: zone } }),
    utc(2024, 11, 31, 16),
  ],
])
