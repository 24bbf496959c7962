import fc from 'fast-check'
import type { CheckIn, EnrolmentDocument } from '../documents'
import { row } from '../fixtures'
import { stated } from './rules'

/** Statements about one person at two sessions; few moments, so that many coincide. */
const statement = fc.record({
  session: fc.constantFrom('s1', 's2'),
  is: fc.constantFrom('present', 'absent', 'toConfirm'),
  rank: fc.constantFrom(0, 1, 2),
  minute: fc.integer({ min: 0, max: 5 }),
})
const statements = fc
  .array(statement, { maxLength: 12 })
  .map((all) => all.map((each, n) => ({ ...each, entry: `entry-${n}` })))
type Said = typeof statements extends fc.Arbitrary<(infer S)[]> ? S : never

const checkIn = ({ is, rank, minute, entry }: Said): CheckIn => ({
  is,
  how: 'tick',
  at: `2026-12-02T01:0${minute}:00.000Z`,
  got: '2026-12-02T02:00:00.000Z',
  rank,
  entry,
})

/** Each in a transaction of its own. */
function after(said: readonly Said[]): EnrolmentDocument {
  let now = row()
  for (const each of said) now = { ...now, ...stated(now, each.session, checkIn(each), false) }
  return now
}

test('whatever the order in which statements arrive, and how often, the same stands', () => {
  fc.assert(
    fc.property(
      statements.chain((said) =>
        fc.tuple(
          fc.constant(said),
          // Sent again, in any order: a phone that did not hear the answer sends its queue once more.
          fc.shuffledSubarray([...said, ...said], { minLength: said.length * 2 }),
        ),
      ),
      ([said, shuffled]) => {
        // Whether it waits to be counted depends on the way there, and jobs looks at what stands.
        const [one, other] = [after(shuffled), after(said)]
        expect({ ...one, toCount: undefined }).toEqual({ ...other, toCount: undefined })
        if (one.state === 'attended') expect(one.toCount).toBe(true)
      },
    ),
  )
})

test('who weighs more stands; of equals the later; nobody is counted twice for a session', () => {
  fc.assert(
    fc.property(statements, (said) => {
      const { checkIns = {}, present = [], toConfirm = [], state } = after(said)
      for (const session of ['s1', 's2']) {
        const about = said.filter((each) => each.session === session)
        const most = Math.max(...about.map(({ rank }) => rank))
        const weighty = about.filter(({ rank }) => rank === most)
        const last = Math.max(...weighty.map(({ minute }) => minute))
        const kept = checkIns[session]
        expect(kept === undefined).toBe(about.length === 0)
        if (!kept) continue
        expect(weighty.filter(({ minute }) => minute === last).map(({ entry }) => entry)).toContain(
          kept.entry,
        )
        expect(present.filter((each) => each === session)).toHaveLength(kept.is === 'present' ? 1 : 0)
        expect(toConfirm.filter((each) => each === session)).toHaveLength(kept.is === 'toConfirm' ? 1 : 0)
      }
      expect(state).toBe(present.length > 0 ? 'attended' : 'enrolled')
    }),
  )
})

test('a tick taken back leaves who it was about enrolled, or absent once the class is over', () => {
  const tick = (minute: number, is: CheckIn['is']) =>
    checkIn({ session: 's1', is, rank: 2, minute, entry: `tick-${minute}` })
  const there = { ...row(), ...stated(row(), 's1', tick(1, 'present'), false) }
  expect(there.state).toBe('attended')
  expect(stated(there, 's1', tick(2, 'absent'), false)).toMatchObject({ state: 'enrolled', present: [] })
  expect(stated(there, 's1', tick(2, 'absent'), true)).toMatchObject({ state: 'absent', present: [] })
  // Sent again it is the same statement, and changes nothing.
  expect(stated(there, 's1', tick(1, 'present'), false)).toBeUndefined()
})

test('a list that comes in after the class is over makes present who was noted absent', () => {
  const late = checkIn({ session: 's2', is: 'present', rank: 1, minute: 0, entry: 'late' })
  expect(stated(row({ state: 'absent' }), 's2', late, true)).toMatchObject({
    state: 'attended',
    present: ['s2'],
  })
})
