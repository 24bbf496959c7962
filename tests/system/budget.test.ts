import { OPERATIONS } from '../../contract'
import { type Cloud, startCloud } from './cloud'
import { measureRoundTrips, type RoundTrips } from './round-trips'

let cloud: Cloud
let found: RoundTrips[]
beforeAll(async () => {
  cloud = await startCloud()
  found = await measureRoundTrips(cloud)
  // Every operation of the product, one after the other.
}, 300_000)
afterAll(() => cloud.close())

test('every operation is called with success, whoever it is for', () => {
  expect([...new Set(found.map(({ operation }) => operation))].sort()).toEqual(
    OPERATIONS.map(({ name }) => name).sort(),
  )
})

test('a read takes at most 3 round trips after the caller is known, a write 10 with begin and commit', () => {
  expect(found.filter(({ trips, most }) => trips > most)).toEqual([])
  // A count that found nothing would meet every budget.
  expect(found.filter(({ writes, trips }) => writes && trips < 4)).toEqual([])
})

test('no operation looks through a whole collection: people, questions and enrolments there are thousands of', () => {
  expect(found.filter(({ scanned }) => scanned > 200)).toEqual([])
})
