import { computes, refusal, withCloud } from './table'

withCloud()

const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/aggregation'

/** The rows of one table: a text, and the moment it means. */
const means = (texts: Record<string, string>) =>
  Object.entries(texts).map(
    ([text, moment]) =>
      [text, [], () => ({ $dateFromString: { dateString: text } }), new Date(moment)] as [
        string,
        never[],
        () => unknown,
        Date,
      ],
  )

computes('texts that are dates', `${MANUAL}/dateFromString/`, [
  ...means({
    '2017-07-04T11:56.02': '2017-07-04T11:56:02Z',
    '2017-07-04T11:56.02.81': '2017-07-04T11:56:02.810Z',
    '2017-07-14T12:02:44.771 GMT+02': '2017-07-14T10:02:44.771Z',
    '2017-07-04 12:48:07 GMT+0545': '2017-07-04T07:03:07Z',
    '2017-07-14T12:02:44.771+03:30': '2017-07-14T08:32:44.771Z',
    '2017-07-14T12:02:44.771 CEST': '2017-07-14T10:02:44.771Z',
    '2017-07-14T12:02:44.771 PDT': '2017-07-14T19:02:44.771Z',
    '2017-07-14T12:02:44.771 A': '2017-07-14T11:02:44.771Z',
    '2017-07-14T12:02:44.771 P': '2017-07-14T15:02:44.771Z',
    'July 4th, 2017': '2017-07-04T00:00:00Z',
    'July 4th, 2017 12:39:30 BST': '2017-07-04T11:39:30Z',
    'July 4th, 2017 11am': '2017-07-04T11:00:00Z',
    'July 4th, 2017 12pm': '2017-07-04T12:00:00Z',
    '7/4/17': '2017-07-04T00:00:00Z',
    '04-07-2017': '2017-07-04T00:00:00Z',
    '2017-Jul-04 noon': '2017-07-04T12:00:00Z',
    'Mon, 01 Jan 2024 10:00:00 GMT': '2024-01-01T10:00:00Z',
    '2024-01-01 12:00 AM': '2024-01-01T00:00:00Z',
    '2017-07': '2017-07-01T00:00:00Z',
  }),
  ...['July 4th', '12:50:53', '2017', '60.Monday1770/06:59', 'July 4th, 10000', '2017, 12:50:53'].map(
    (text) =>
      [`${text} is none`, [], () => ({ $dateFromString: { dateString: text } }), refusal(/date/)] as [
        string,
        never[],
        () => unknown,
        unknown,
      ],
  ),
])

const day = [{ d: new Date(0) }]

computes('a format or a zone that is not there is as null', `${MANUAL}/dateToString/`, [
  ['a format to read', day, () => ({ $dateFromString: { dateString: '2017-07-04', format: '$no' } }), null],
  [
    'a zone to read in',
    day,
    () => ({ $dateFromString: { dateString: '2017-07-04', timezone: '$no' } }),
    null,
  ],
  ['a format to write', day, () => ({ $dateToString: { date: '$d', format: '$no' } }), null],
  [
    'a zone to write in, whatever onNull',
    day,
    () => ({ $dateToString: { date: '$d', timezone: '$no', onNull: 1 } }),
    null,
  ],
  ['a zone of parts', day, () => ({ $dateToParts: { date: '$d', timezone: '$no' } }), null],
])
