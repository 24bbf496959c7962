import { OPERATIONS } from '../../contract'
import { playScene } from '../../scripts/screens/scene'
import { type Cloud, startCloud } from '../system/cloud'
import { type Done, doActions } from './actions'
import { BESIDE } from './journey'
import { BUILD_PATIENCE, ourBundle } from './our-bundle'

let cloud: Cloud
let done: Done[]
beforeAll(async () => {
  const dist = await ourBundle()
  cloud = await startCloud()
  const emulatorUrl = cloud.emulator.url
  done = await doActions({ dist, emulatorUrl, scene: await playScene(emulatorUrl) })
}, BUILD_PATIENCE)
afterAll(() => cloud?.close())

test('an action is one call; what is shown next loads by its one call', () => {
  const writes = OPERATIONS.filter((each) => each.writes).map(({ name }) => name)
  const seen = done.map(({ name, calls: [first, ...rest], errors }) => ({
    ...{ name, first, errors },
    ...{ rest: rest.length, writing: rest.filter((next) => writes.includes(next)) },
  }))
  expect(seen).toEqual(
    done.map(({ name, operation, shows }) => ({
      name,
      first: operation,
      errors: [],
      rest: shows,
      writing: [],
    })),
  )
})

test('everything a person can change has its action', () => {
  // A class's day wants a code of this moment and a list without a network: its taps are in check-in.test.ts.
  const ELSEWHERE = /^training\.(checkIn|recordAttendance)$/
  const writes = OPERATIONS.filter(
    (each) => each.writes && !BESIDE.includes(each.name) && !ELSEWHERE.test(each.name),
  )
  const tried = new Set(done.map(({ operation }) => operation))
  expect([...tried].filter((name) => !ELSEWHERE.test(name)).sort()).toEqual(
    writes.map(({ name }) => name).sort(),
  )
})
