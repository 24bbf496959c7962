import jsQR from 'jsqr'
import { codeAt } from './code-now'
import { qrPicture } from './qr-svg'
import { afterSent, entryOf, type Kept, type Person, shownOf } from './queue'
import { lineOf, refusals, tabsOf, unsentWords } from './words'

const person = (n: number, some: Partial<Person> = {}): Person => ({
  personId: `person-${n}`,
  name: `农户${n}`,
  villageName: '李家湾村',
  standing: 'enrolled',
  code: `ABCDEFG${n}`,
  ...some,
})
const NOW = Date.parse('2026-12-02T01:00:00.000Z')
let ids = 0
const tick = (n: number, present: boolean) =>
  entryOf(`person-${n}`, { how: 'tick', present }, { entryId: `entry-${ids++}`, now: NOW, ahead: 60_000 })
const kept = (some: Partial<Kept> = {}): Kept => ({
  title: '修剪班',
  sessions: [],
  people: [person(1), person(2), person(3, { checkIn: { state: 'toConfirm', how: 'code', at: '' } })],
  queue: [],
  ahead: 60_000,
  ...some,
})

test('what is drawn is read by a scanner as what was meant', () => {
  const text = 'KJQD1.class-0f0e1d2c-3b4a-5968-7786-95a4b3c2d1e0.s1.1abcdef-0123456789ab'
  const svg = decodeURIComponent(qrPicture(text).replace('data:image/svg+xml,', ''))
  const whole = Number(/viewBox='0 0 (\d+)/.exec(svg)?.[1])
  // Four dots for each square, as a camera would see it.
  const scale = 4
  const width = whole * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column++)
        pixels.set([0, 0, 0], (row * width + column) * 4)
  expect(jsQR(pixels, width, width)?.data).toBe(text)
})

test('the code to show is the one of this half minute, until the last is over', () => {
  const codes = [0, 1, 2].map((n) => ({ from: new Date(NOW + n * 30_000).toISOString(), text: `code-${n}` }))
  expect(codeAt(codes, NOW, 30)).toEqual({ text: 'code-0', left: 30 })
  expect(codeAt(codes, NOW + 29_001, 30)).toEqual({ text: 'code-0', left: 1 })
  expect(codeAt(codes, NOW + 30_000, 30)).toEqual({ text: 'code-1', left: 30 })
  expect(codeAt(codes, NOW + 89_999, 30)).toEqual({ text: 'code-2', left: 1 })
  expect(codeAt(codes, NOW + 90_000, 30)).toBeUndefined()
  expect(codeAt([], NOW, 30)).toBeUndefined()
})

test('a tick is shown at once, the last of several; it is of the server’s clock', () => {
  const queue = [tick(1, true), tick(2, true), tick(2, false)]
  expect(queue[0]?.at).toBe('2026-12-02T01:01:00.000Z')
  expect(shownOf(kept({ queue })).map(({ state, unsent }) => [state, unsent])).toEqual([
    ['present', true],
    ['absent', true],
    ['toConfirm', false],
  ])
})

test('what was sent leaves the queue, what was ticked meanwhile stays; the list says what the server says', () => {
  const queue = [tick(1, true), tick(2, true), tick(9, true)]
  const meanwhile = tick(3, true)
  const [first, second, nobody] = queue as [(typeof queue)[0], (typeof queue)[0], (typeof queue)[0]]
  const results = [
    {
      entryId: first.entryId,
      personId: 'person-1',
      name: '农户1',
      state: 'present' as const,
      overruled: false,
    },
    {
      entryId: second.entryId,
      personId: 'person-2',
      name: '农户2',
      state: 'absent' as const,
      overruled: true,
    },
    {
      entryId: nobody.entryId,
      personId: 'person-9',
      name: '',
      overruled: false,
      error: { code: 'NO_SEAT_HERE', message: '名单里没有这个人。' },
    },
  ]
  const after = afterSent(kept({ queue: [...queue, meanwhile] }), results, '李老师')
  expect(after.queue).toEqual([meanwhile])
  expect(after.people[0]?.checkIn).toMatchObject({ state: 'present', how: 'tick', by: '李老师' })
  expect(after.people[1]?.checkIn).toBeUndefined()
  expect(refusals(results)).toEqual(['有一个人：名单里没有这个人。'])
})

test('the words of a list', () => {
  const [one, , three] = shownOf(kept({ queue: [tick(1, true)] }))
  expect(lineOf(one!)).toEqual({ kind: 'done', words: '已签到（还没发出去）' })
  expect(lineOf(three!)).toEqual({ kind: 'waiting', words: '待老师确认' })
  expect(tabsOf(shownOf(kept())).map(({ name }) => name)).toEqual(['还没到 2', '到了 0', '待确认 1'])
  expect(unsentWords(3, true)).toContain('3 条记在手机上')
  expect(unsentWords(0, true)).not.toContain('条')
})
