import { chooseNext, type InLine } from './choose'
import { enrolMove, leaveMove, type Moved } from './moves'
import { resize } from './resize'
import { type Claim, draw, joinLine, NONE_USED, type Quotas, type Seats, take, waitingBefore } from './seats'

const A = '519921100200'
const B = '519921100201'
const C = '519921101202'
const quotas: Quotas = {
  seats: 6,
  seatsPerVillage: 3,
  seatsPerTownship: 4,
  reserved: [
    { id: 'kept', name: '预留', seats: 1, people: 'assisted' },
    { id: 'far', name: '远村', seats: 1, regions: [C] },
  ],
}
const seatsOf = (of: Quotas): Seats => ({
  ...of,
  released: false,
  taken: NONE_USED,
  held: NONE_USED,
  line: {},
  freed: [],
})
const claim = (village: string, reserves: string[] = [], priority = 1): Claim => ({
  village,
  reserves,
  priority,
})
const fill = (seats: Seats, ...claims: Claim[]): Seats =>
  claims.reduce((before, each) => {
    const seat = draw(before, each)
    if (typeof seat === 'string') throw new Error(seat)
    return take(before, 'taken', seat)
  }, seats)

test('each limit refuses by its own name, and a reserve is for its own', () => {
  const seats = seatsOf(quotas)
  expect(draw(fill(seats, claim(A), claim(A), claim(A)), claim(A))).toBe('VILLAGE_FULL')
  const township = fill(seats, claim(A), claim(A), claim(B), claim(B))
  expect(draw(township, claim(A))).toBe('TOWNSHIP_FULL')
  // Four that are everybody's are gone; what is left is kept for others.
  expect(draw(township, claim(C))).toBe('CLASS_FULL')
  expect(draw(township, claim(C, ['kept', 'far']))).toEqual({ village: C, reserve: 'kept' })
  expect(draw({ ...township, released: true }, claim(A))).toEqual({ village: A })
})

test('a freed seat of a full village goes to its own line before others who came earlier', () => {
  const full = fill(seatsOf({ seats: 3, seatsPerVillage: 2 }), claim(A), claim(A), claim(C))
  const wait = { approval: false, waitlist: 'order', wait: true } as const
  const first = enrolMove(full, undefined, claim(B), wait) as Moved
  const second = enrolMove(first.seats, undefined, claim(A), wait) as Moved
  const line: InLine[] = [
    { id: 'b', claim: claim(B) },
    { id: 'a', claim: claim(A) },
  ]
  const taken = { state: 'enrolled', seat: { village: A } } as const
  const freed = (leaveMove(second.seats, taken, 'cancelled') as Moved).seats
  expect(chooseNext(freed, line)).toMatchObject({
    choice: { to: { id: 'a' }, because: 'village', passed: [{ who: { id: 'b' }, why: 'OTHER_VILLAGE' }] },
    freed: [],
  })
  // Where the village was not full, the class was what kept people out: whoever came first.
  const other = (leaveMove(second.seats, { state: 'enrolled', seat: { village: C } }, 'cancelled') as Moved)
    .seats
  expect(chooseNext(other, line)).toMatchObject({ choice: { to: { id: 'b' }, because: 'order' } })
  // Who comes now does not pass those in line.
  expect(enrolMove(other, undefined, claim(C), { ...wait, wait: false })).toBe('LINE_FIRST')
})

test('lower quotas name every limit they would break, and change nothing', () => {
  const seats = fill(seatsOf(quotas), claim(A), claim(A), claim(B), claim(C, ['kept']))
  const over = resize(seats, { seats: 3, seatsPerVillage: 1, reserved: [] }, false)
  expect(over).toEqual([
    { of: 'class', key: undefined, limit: 3, used: 4 },
    { of: 'village', key: A, limit: 1, used: 2 },
    { of: 'reserve', key: 'kept', limit: 0, used: 1 },
  ])
  expect(resize(seats, { seats: 4 }, true)).toMatchObject({ seats: 4, released: true })
})

test('one’s place is behind those who come as early or earlier', () => {
  const line = { '0:1:': 2, '1:1:': 3, '1:2:kept': 1 }
  expect(waitingBefore({ line }, claim(A, [], 0))).toBe(2)
  expect(waitingBefore({ line }, claim(A, [], 1))).toBe(6)
})

test('who may draw from two reserves gets the one that nobody in line waits for', () => {
  // Everybody’s seats are gone; one in line waits for the seat that is kept.
  const full = fill(seatsOf({ seats: 3, reserved: quotas.reserved }), claim(A))
  const waits = claim(B, ['kept'], 0)
  const seats = { ...full, line: joinLine(full, waits).line }
  const moved = enrolMove(seats, undefined, claim(C, ['kept', 'far'], 0), {
    approval: false,
    waitlist: 'order',
    wait: true,
  }) as Moved
  expect(moved.standing).toMatchObject({ state: 'enrolled', seat: { village: C, reserve: 'far' } })
  expect(draw(moved.seats, waits)).toEqual({ village: B, reserve: 'kept' })
})
