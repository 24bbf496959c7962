import fc from 'fast-check'
import type { TrainingClass } from './documents'
import { enrolmentObstacle, isOpenTo, moveSeat, seatState } from './rules'

const NOW = new Date('2026-11-24T00:00:00Z')
const training = (some: Partial<TrainingClass> = {}): TrainingClass =>
  ({
    state: 'published',
    signUpClosesAt: '2026-11-30T00:00:00.000Z',
    endsAt: '2026-12-02T00:00:00.000Z',
    openTo: [{ code: '519921', name: '云岭县' }],
    seats: 4,
    seatsPerVillage: 2,
    taken: 0,
    takenByVillage: {},
    ...some,
  }) as TrainingClass
const A = '519921100200'
const B = '519921101201'

test('a full village is refused while another village still gets in', () => {
  const full = training({ taken: 2, takenByVillage: { [A]: 2 } })
  expect(enrolmentObstacle(full, A, NOW)).toBe('VILLAGE_FULL')
  expect(enrolmentObstacle(full, B, NOW)).toBeNull()
  expect(seatState(full, A, NOW)).toBe('villageFull')
})

test('sign-up closes at its instant, not a moment later', () => {
  const at = (time: string) => enrolmentObstacle(training(), A, new Date(time))
  expect(at('2026-11-29T23:59:59.999Z')).toBeNull()
  expect(at('2026-11-30T00:00:00.000Z')).toBe('SIGN_UP_CLOSED')
})

test('an empty scope contains nobody, and a prefix contains its villages', () => {
  expect(isOpenTo([{ code: '', name: '' }], A)).toBe(false)
  expect(isOpenTo([{ code: '519921100', name: '' }], A)).toBe(true)
  expect(isOpenTo([{ code: '519921100', name: '' }], B)).toBe(false)
  expect(isOpenTo([{ code: '519921', name: '' }], undefined)).toBe(false)
})

test('whatever people do, seats are never over and the village counters add up to the class', () => {
  const step = fc.record({ village: fc.constantFrom(A, B, '519921102202'), enrol: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const held = training()
      for (const { village, enrol } of steps) {
        if (
          enrol ? enrolmentObstacle(held, village, NOW) !== null : (held.takenByVillage[village] ?? 0) === 0
        )
          continue
        const { taken, ofVillage } = moveSeat(held, village, enrol ? 1 : -1)
        held.taken = taken
        held.takenByVillage = { ...held.takenByVillage, [village]: ofVillage }
        expect(held.taken).toBeLessThanOrEqual(held.seats)
        expect(ofVillage).toBeLessThanOrEqual(2)
        expect(Object.values(held.takenByVillage).reduce((sum, each) => sum + each, 0)).toBe(held.taken)
      }
    }),
  )
})
