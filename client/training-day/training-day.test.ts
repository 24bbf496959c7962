import jsQR from 'jsqr'
import { type Kept, type Person, unsentIn } from '../training/day-kept'
import { codeAt } from './code-now'
import { qrPicture } from './qr-svg'
import { afterSent, entryOf, settled, shownOf, withEntry } from './queue'
import { meetingsBy, meetingsOf } from './sessions'
import { readTyped, whoseCode } from './typed-code'
import { lineOf, meetingNames, refusals, scannedWords, tabsOf, unsentWords } from './words'

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
  // Whose word weighed less is told so: their tick has turned back.
  expect(refusals(after.refused!, 'teacher')).toEqual([
    '农户2：老师记的是没到，以老师的为准。要改请找老师。',
    '有一个人：名单里没有这个人。点“现场补报”加上。',
  ])
})

test('the words of a list', () => {
  const [one, , three] = shownOf(kept({ queue: [tick(1, true)] }))
  expect(lineOf(one!)).toEqual({ kind: 'done', words: '已签到（还没发出去）' })
  expect(lineOf(three!)).toEqual({ kind: 'waiting', words: '待老师确认' })
  expect(tabsOf(shownOf(kept())).map(({ name }) => name)).toEqual(['还没到 2', '到了 0', '待确认 1'])
  expect(unsentWords(3, true)).toContain('3 条记在手机上')
  expect(unsentWords(0, true)).not.toContain('条')
})

const guest = { personId: 'person-20', name: '赵新', villageName: '李家湾村' }
const walkIn = () =>
  entryOf('person-20', { how: 'walkIn', present: true }, { entryId: `entry-${ids++}`, now: NOW, ahead: 0 })

test('who walked in is on the list at once, and stays there when the server has let them in', () => {
  const entry = walkIn()
  const before = withEntry(kept(), entry, guest)
  const shown = shownOf(before).find(({ personId }) => personId === 'person-20')
  expect(shown).toMatchObject({ name: '赵新', state: 'present', unsent: true })
  const result = { entryId: entry.entryId, personId: 'person-20', name: '赵新', overruled: false }
  const after = afterSent(before, [{ ...result, state: 'present' }], '李老师')
  expect(after.guests).toEqual([])
  expect(after.people.at(-1)).toMatchObject({ personId: 'person-20', checkIn: { how: 'walkIn' } })
  expect(shownOf(after)).toHaveLength(4)
})

test('what was sent while the list was closed is not sent again, and the list reads the answers when it is opened', () => {
  const [one, two] = [tick(1, true), tick(2, true)]
  const result = { entryId: one.entryId, personId: 'person-1', name: '农户1', overruled: false }
  const closed = kept({ queue: [one, two], told: [{ ...result, state: 'present' }] })
  expect(unsentIn(closed)).toEqual([two])
  const opened = settled(closed, '李老师')
  expect(opened).toMatchObject({ queue: [two], told: [] })
  expect(opened.people[0]?.checkIn).toMatchObject({ state: 'present', how: 'tick' })
})

test('who walked in and got no seat leaves the list; the teacher reads what can be done', () => {
  const entry = walkIn()
  const result = { entryId: entry.entryId, personId: 'person-20', name: '赵新', overruled: false }
  const error = { code: 'CLASS_FULL', message: '这个班报满了。请看看别的班。' }
  const after = afterSent(withEntry(kept(), entry, guest), [{ ...result, error }], '李老师')
  expect(shownOf(after)).toHaveLength(3)
  expect(refusals(after.refused!, 'teacher')).toEqual([
    '赵新：名额满了。要加人，先在“改名额”里改多，再补报；或者在纸上签名。',
  ])
  expect(refusals(after.refused!, 'informant')[0]).toContain('请老师先加名额')
  // With a seat more it works: nothing is left to say.
  const again = walkIn()
  const taken = { ...result, entryId: again.entryId, state: 'present' as const }
  expect(afterSent(withEntry(after, again, guest), [taken], '李老师').refused).toEqual([])
})

test('a code that is read out is typed as people type', () => {
  expect(readTyped(' abcd efg-1 ')).toBe('ABCDEFG1')
  expect(readTyped('ＡＢＣＤｅｆｇ１')).toBe('ABCDEFG1')
  const { people } = kept()
  expect(whoseCode(people, 'abcd efg2')).toMatchObject({ personId: 'person-2' })
  expect(whoseCode(people, '  ')).toContain('请先写')
  expect(whoseCode(people, 'abcd')).toContain('这里写了 4 个')
  expect(whoseCode(people, 'ABCDEFG9')).toContain('名单里没有这个码')
})

test('one chooses among the sessions that have begun or are today; the chosen one says so', () => {
  const sessions = ['2026-12-01T01:00:00.000Z', '2026-12-02T06:00:00.000Z', '2026-12-05T01:00:00.000Z'].map(
    (startsAt, n) => ({ id: `s${n + 1}`, startsAt }),
  )
  expect(meetingNames(meetingsBy(sessions, NOW), 's2', NOW)).toEqual({
    s1: '第 1 次 昨天 9:00',
    s2: '第 2 次 今天 14:00（正在看）',
  })
  expect(meetingsOf(undefined)).toEqual([])
  expect(meetingsOf(`2.s2.${Date.parse(sessions[1]!.startsAt)}`)).toEqual([
    { n: 2, id: 's2', startsAt: sessions[1]!.startsAt },
  ])
})

test('who was let in by mistake and is marked as not there leaves the list', () => {
  const [entry, gone] = [walkIn(), tick(20, false)]
  const result = { personId: 'person-20', name: '赵新', overruled: false }
  const inside = afterSent(
    withEntry(kept(), entry, guest),
    [{ ...result, entryId: entry.entryId, state: 'present' }],
    '李老师',
  )
  const after = afterSent(
    withEntry(inside, gone, undefined),
    [{ ...result, entryId: gone.entryId, state: 'absent' }],
    '李老师',
  )
  expect(shownOf(inside)).toHaveLength(4)
  expect(shownOf(after)).toHaveLength(3)
})

test('a scan is told with its session, where a class has several', () => {
  const sessions = [
    { id: 's1', startsAt: '2026-11-24T01:00:00.000Z' },
    { id: 's2', startsAt: '2026-11-24T06:00:00.000Z' },
  ]
  const told = { state: 'present' as const, session: 's2' }
  expect(scannedWords(told, sessions)).toMatch(/^第 2 次课（.*14:00）签到成功！请进去上课。$/)
  expect(scannedWords(told, sessions.slice(1))).toBe('签到成功！请进去上课。')
})
