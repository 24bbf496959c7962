import { command as _, computes, type Database, refusal, withCloud } from './table'

withCloud()
const MANUAL =
  'https://www.mongodb.com/docs/manual/reference/operator/aggregation/#string-expression-operators'
const $ = new Proxy({} as Database, { get: (_target, key) => _.aggregate[key] })
const doc = [
  { t: 'Hello', c: '科技助农', e: 'a😀b', nil: null, n: 5, d: new Date(Date.UTC(2024, 0, 2)), s: '  pad ' },
]

computes('strings', MANUAL, [
  ['concat', doc, () => $.concat(['$t', ', ', '$c']), 'Hello, 科技助农'],
  ['concat with null is null', doc, () => $.concat(['$t', '$nil']), null],
  ['concat with an absent field is null', doc, () => $.concat(['$t', '$nothing']), null],
  ['concat of a number is refused', doc, () => $.concat(['$t', '$n']), refusal(/only supports strings/)],
  ['indexOfCP', doc, () => $.indexOfCP(['$c', '助']), 2],
  ['indexOfCP counts code points', doc, () => $.indexOfCP(['$e', 'b']), 2],
  ['indexOfCP of what is not there', doc, () => $.indexOfCP(['$c', 'z']), -1],
  ['indexOfCP from a position', doc, () => $.indexOfCP(['banana', 'a', 2]), 3],
  ['indexOfCP before an end', doc, () => $.indexOfCP(['banana', 'n', 0, 2]), -1],
  ['indexOfCP of null is null', doc, () => $.indexOfCP(['$nil', 'x']), null],
  ['indexOfBytes counts bytes', doc, () => $.indexOfBytes(['$c', '助']), 6],
  ['split', doc, () => $.split(['a-b-c', '-']), ['a', 'b', 'c']],
  ['split without a separator inside', doc, () => $.split(['$c', ',']), ['科技助农']],
  ['split of null is null', doc, () => $.split(['$nil', ',']), null],
  ['split by nothing is refused', doc, () => $.split(['$t', '']), refusal(/non-empty separator/)],
  ['strLenCP', doc, () => $.strLenCP('$c'), 4],
  ['strLenCP of an emoji', doc, () => $.strLenCP('$e'), 3],
  ['strLenBytes', doc, () => $.strLenBytes('$c'), 12],
  ['strLenBytes of an emoji', doc, () => $.strLenBytes('$e'), 6],
  ['strLenCP of null is refused', doc, () => $.strLenCP('$nil'), refusal(/string/)],
  ['strcasecmp', doc, () => $.strcasecmp(['$t', 'HELLO']), 0],
  ['strcasecmp orders', doc, () => $.strcasecmp(['a', 'B']), -1],
  ['strcasecmp takes null for empty', doc, () => $.strcasecmp(['$nil', '']), 0],
  ['substr counts bytes', doc, () => $.substr(['$t', 1, 3]), 'ell'],
  ['substr to the end', doc, () => $.substr(['$t', 2, -1]), 'llo'],
  ['substrBytes of Chinese', doc, () => $.substrBytes(['$c', 3, 6]), '技助'],
  [
    'substrBytes inside a character is refused',
    doc,
    () => $.substrBytes(['$c', 1, 3]),
    refusal(/continuation byte/),
  ],
  ['substrBytes beyond the end', doc, () => $.substrBytes(['$t', 9, 3]), ''],
  ['substrCP', doc, () => $.substrCP(['$c', 2, 2]), '助农'],
  ['substrCP of an emoji', doc, () => $.substrCP(['$e', 1, 1]), '😀'],
  ['substrCP beyond the end', doc, () => $.substrCP(['$c', 3, 9]), '农'],
  ['substrCP of null is empty', doc, () => $.substrCP(['$nil', 0, 1]), ''],
  ['substrCP of a number', doc, () => $.substrCP([12345, 1, 2]), '23'],
  ['substrCP below zero is refused', doc, () => $.substrCP(['$t', -1, 2]), refusal(/non-negative/)],
  ['substr of a date', doc, () => $.substr(['$d', 0, 10]), '2024-01-02'],
  ['toLower', doc, () => $.toLower('$t'), 'hello'],
  ['toLower of null is empty', doc, () => $.toLower('$nil'), ''],
  ['toUpper changes ASCII only', doc, () => $.toUpper('aé'), 'Aé'],
  ['toUpper of a number', doc, () => $.toUpper('$n'), '5'],
  ['trim', doc, () => ({ $trim: { input: '$s' } }), 'pad'],
  ['ltrim', doc, () => ({ $ltrim: { input: '$s' } }), 'pad '],
  ['rtrim', doc, () => ({ $rtrim: { input: '$s' } }), '  pad'],
  ['trim of other characters', doc, () => ({ $trim: { input: '--x-y--', chars: '-' } }), 'x-y'],
  ['trim of null is null', doc, () => ({ $trim: { input: '$nil' } }), null],
  ['replaceOne', doc, () => ({ $replaceOne: { input: 'aXbX', find: 'X', replacement: '-' } }), 'a-bX'],
  [
    'replaceAll',
    doc,
    () => ({ $replaceAll: { input: 'aXbX', find: 'X', replacement: { $literal: '$&' } } }),
    'a$&b$&',
  ],
  ['regexMatch', doc, () => ({ $regexMatch: { input: '$t', regex: '^HEL', options: 'i' } }), true],
  [
    'regexFind',
    doc,
    () => ({ $regexFind: { input: '$e', regex: '(b)' } }),
    { match: 'b', idx: 2, captures: ['b'] },
  ],
  [
    'regexFindAll',
    doc,
    () => ({ $regexFindAll: { input: 'a1b2', regex: '[0-9]' } }),
    [
      { match: '1', idx: 1, captures: [] },
      { match: '2', idx: 3, captures: [] },
    ],
  ],
])
