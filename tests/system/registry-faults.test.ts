import { randomUUID } from 'node:crypto'
import type { Household } from '../../cloudfunctions/areas/registry/documents'
import { type Cloud, startCloud } from './cloud'
import { type Line, startLine } from './line'
import { BUREAU, find, personIn } from './registry-world'

let cloud: Cloud
let line: Line
/** Moves the database's clock on, past the 30 seconds a transaction may live. */
let later = 0
beforeAll(async () => {
  cloud = await startCloud({ now: () => Date.now() + later })
  line = await startLine(cloud)
})
afterAll(async () => {
  await line.close()
  await cloud.close()
})

const call = (operation: string, input: object) => ({ operation, input, requestId: randomUUID() })
const householdIn = (id: string) => find<Household>(cloud, 'households', { _id: id })[0] as Household
const membersOf = (householdId: string) =>
  find<{ _id: string }>(cloud, 'people', { householdId }).map(({ _id }) => personIn(cloud, _id))
const deathsOf = async (event: object) => {
  line.decide(() => undefined)
  expect(await line.call(BUREAU, event)).toMatchObject({ ok: true })
  return line.deaths()
}
/**
 * Killed wherever a death matters (Line.deaths), a household of its own for each; then jobs does what is left, without the
 * client. Every second household has as many people as the first.
 */
async function killedAfterEach(
  { deaths, from }: { deaths: number[]; from: number },
  event: (n: number) => object,
  check: (n: number) => void,
) {
  for (const last of deaths) {
    const i = from + 2 * last
    const asked = event(i)
    line.decide((n) => (n === last ? 'killed' : undefined))
    expect([last, await line.call(BUREAU, asked)]).toEqual([last, undefined])
    later += 31_000
    await cloud.timer()
    check(i)
    // Sent again, it is either what was done or done now.
    const { result } = await cloud.raw(BUREAU, 'api', asked)
    expect([last, result]).toMatchObject([last, { ok: true }])
    check(i)
  }
}

test('a household whose move was killed after any exchange lives in one place, with everybody in it', async () => {
  const village = '519921101201'
  const moving = (i: number) =>
    call('registry.moveHousehold', { householdId: `household-${i}`, version: 0, village })
  const deaths = await deathsOf(moving(101))
  await killedAfterEach({ deaths, from: 101 }, moving, (i) => {
    const household = householdIn(`household-${i}`)
    expect(household.following ?? false).toBe(false)
    for (const member of membersOf(household._id)) {
      expect([i, member.village, member.place]).toEqual([i, household.village, household.place])
      if (member.openid)
        expect(find(cloud, 'accounts', { _id: member.openid })).toMatchObject([
          { village: household.village },
        ])
    }
  })
}, 600_000)

test('a head’s death that was killed after any exchange leaves one head, who is alive', async () => {
  const dying = (i: number) =>
    call('registry.changeHead', {
      ...{ householdId: `household-${i}`, version: 0 },
      newHead: `person-${i}-2`,
      reason: 'death',
    })
  const deaths = await deathsOf(dying(201))
  await killedAfterEach({ deaths, from: 201 }, dying, (i) => {
    const { headId, following = false } = householdIn(`household-${i}`)
    expect(following).toBe(false)
    const living = membersOf(`household-${i}`).filter(({ archived }) => !archived)
    expect([i, living.filter(({ isHead }) => isHead).map(({ _id }) => _id)]).toEqual([i, [headId]])
    expect(personIn(cloud, `person-${i}-1`).archived !== undefined).toBe(headId === `person-${i}-2`)
  })
}, 600_000)

test('a division that was killed after any exchange has everybody in exactly one household with a head', async () => {
  const dividing = (i: number) =>
    call('registry.divideHousehold', {
      ...{ householdId: `household-${i}`, version: 0, members: [`person-${i}-3`], newHead: `person-${i}-3` },
    })
  const deaths = await deathsOf(dividing(301))
  await killedAfterEach({ deaths, from: 301 }, dividing, (i) => {
    const goer = personIn(cloud, `person-${i}-3`)
    const home = householdIn(goer.householdId ?? '')
    expect(goer.isHead).toBe(home._id !== `household-${i}`)
    expect(membersOf(home._id).map(({ _id }) => _id)).toContain(home.headId)
    const fresh = find<Household>(cloud, 'households', { headId: goer._id })
    expect([i, fresh.length]).toEqual([i, goer.isHead ? 1 : 0])
  })
}, 600_000)

test('a merge that was killed after any exchange is done whole or not at all', async () => {
  const merging = (i: number) =>
    call('registry.mergePeople', { keep: `person-${i}-2`, drop: `person-${i}-1`, reason: '录重了' })
  const deaths = await deathsOf(merging(401))
  await killedAfterEach({ deaths, from: 401 }, merging, (i) => {
    const [keep, drop] = [personIn(cloud, `person-${i}-2`), personIn(cloud, `person-${i}-1`)]
    const done = drop.archived !== undefined
    expect(keep.formerIds ?? []).toEqual(done ? [drop._id] : [])
    const one = done ? keep : drop
    expect(one).toMatchObject({ openid: `demo-villager-${i}`, isHead: true })
    expect(find(cloud, 'accounts', { _id: `demo-villager-${i}` })).toMatchObject([{ personId: one._id }])
    expect(householdIn(`household-${i}`)).toMatchObject({ headId: one._id })
  })
}, 600_000)
