import fc from 'fast-check'
import { identityNumber, personName, phone } from '../../../contract/registry'
import { TOPIC_NAMES } from '../../../contract/training'
import type { Cell } from '../workbook/read-sheet'
import { day, dayOfYear, field, LOST_DIGITS, several, whole, yesOrNo, yuan } from './cells'

const text = (text: string): Cell => ({ kind: 'text', text })
const number = (text: string): Cell => ({ kind: 'number', text })
const name = field(personName)
const called = field(phone)
const identity = field(identityNumber, { secret: true })
const NUMBER = '11010519491231002X'

test.each([
  ['a plain name', name, text('王秀英'), { value: '王秀英' }],
  ['a name with its dot', name, text('扎西·多吉'), { value: '扎西·多吉' }],
  ['another dot', name, text('扎西•多吉'), { value: '扎西·多吉', note: '已经按“扎西·多吉”来读，请核对。' }],
  ['stray spaces', name, text(' 王秀英 '), { value: '王秀英', note: '前后多了空格，已经去掉。' }],
  ['a space inside', name, text('王　丽'), { value: '王丽', note: '里面多了空格，已经去掉。' }],
  [
    'full-width digits',
    called,
    text('１３８００００１２３４'),
    { value: '13800001234', note: '有全角的字符，已经改成半角。' },
  ],
  ['a phone kept as a number', called, number('13800001234'), { value: '13800001234' }],
  ['a phone in Excel’s short form', called, number('1.3800001234E10'), { value: '13800001234' }],
  ['a phone too short', called, text('1380000'), { wrong: '手机号要 11 位数字，请数一数。' }],
  [
    'a formula',
    name,
    { kind: 'formula', text: '王秀英' } as Cell,
    { wrong: expect.stringContaining('公式') },
  ],
  ['an error', name, { kind: 'error', text: '#REF!' } as Cell, { wrong: expect.stringContaining('出错') }],
  ['a number of identity', identity, text(NUMBER), { value: NUMBER }],
  ['a small x', identity, text('11010519491231002x'), { value: NUMBER }],
  [
    'a wrong check digit',
    identity,
    text('110105194912310021'),
    { wrong: '身份证号有一位写错了（和最后一位校验码或者出生日期对不上），请和身份证对一对。' },
  ],
  ['a number that lost its digits', identity, number('1.1010519491231E+17'), { wrong: LOST_DIGITS }],
  ['the same as text', identity, text('1.10105E+17'), { wrong: LOST_DIGITS }],
  ['the same with all its zeros', identity, number('110105194912310000'), { wrong: LOST_DIGITS }],
])('%s', (_, read, cell, reading) => {
  expect(read(cell)).toEqual(reading)
})

test.each([
  [{ kind: 'day', text: '2026-07-01' } as Cell, { value: '2026-07-01' }],
  [text('2026-07-01'), { value: '2026-07-01' }],
  [text('2026年7月1日'), { value: '2026-07-01', note: expect.stringContaining('2026 年 7 月 1 日') }],
  [text('2026.7.1'), { value: '2026-07-01', note: expect.any(String) }],
  [text('２０２６／７／１'), { value: '2026-07-01', note: expect.any(String) }],
  [number('20260701'), { value: '2026-07-01', note: expect.any(String) }],
  [text('2026-02-30'), { wrong: expect.stringContaining('没有这一天') }],
  [text('2026111'), { wrong: expect.any(String) }],
  [text('七月一日'), { wrong: expect.any(String) }],
  [number('46204'), { wrong: expect.any(String) }],
])('a day: %j', (cell, reading) => expect(day(cell)).toEqual(reading))

test('money, numbers, yes and no, days of the year, words of a list', () => {
  expect(yuan(text('10,000'))).toEqual({ value: 1_000_000 })
  expect(yuan(number('216.5'))).toEqual({ value: 21_650 })
  expect(yuan(text('￥1000元'))).toEqual({ value: 100_000 })
  for (const wrong of ['-1', '1.234', '一千', '1e9']) expect(yuan(text(wrong))).toHaveProperty('wrong')
  const term = whole(1, 30, '不对')
  expect(term(text('３年'))).toEqual({ value: 3, note: '有全角的字符，已经改成半角。' })
  expect(term(text('3年'))).toEqual({ value: 3 })
  expect(term(text('31'))).toEqual({ wrong: '不对' })
  expect(yesOrNo(text(' 是 '))).toEqual({ value: true })
  expect(yesOrNo(text('也许'))).toHaveProperty('wrong')
  expect(dayOfYear(text('12月20日'))).toEqual({ value: '12-20' })
  expect(dayOfYear(text('2-30'))).toHaveProperty('wrong')
  expect(several(TOPIC_NAMES)(text('特色水果、绿色蔬菜，特色水果'))).toEqual({
    value: ['fruit', 'vegetable'],
  })
  expect(several(TOPIC_NAMES)(text('特色水果、养鱼'))).toEqual({ wrong: expect.stringContaining('养鱼') })
})

test('whatever stands in a cell, there is a value or a sentence in Chinese, and no number of identity in a sentence', () => {
  const readers = [
    name,
    called,
    identity,
    day,
    dayOfYear,
    yuan,
    yesOrNo,
    whole(1, 9, '请填 1 到 9。'),
    several(TOPIC_NAMES),
  ]
  const kinds = fc.constantFrom<Cell['kind']>('text', 'number', 'day', 'boolean', 'formula', 'error')
  fc.assert(
    fc.property(
      kinds,
      fc.oneof(fc.string({ unit: 'binary' }), fc.double().map(String), fc.constant(NUMBER)),
      (kind, text) => {
        for (const read of readers) {
          const reading = read({ kind, text })
          if ('wrong' in reading) expect(reading.wrong).toMatch(/\p{Script=Han}.*。$/su)
          expect(JSON.stringify({ ...reading, value: '' })).not.toContain(NUMBER)
        }
      },
    ),
  )
})

test('a number that was read is read the same again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (fen) => {
      const yuanText = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
      expect(yuan(text(yuanText))).toEqual({ value: fen })
    }),
  )
})
