import { randomUUID } from 'node:crypto'
import type { ImportProgress } from '../../contract/import'
import { type Cloud, startCloud } from './cloud'
import { type Fate, type Line, startLine } from './line'
import { finish, newMembers, previewed } from './tables'

let cloud: Cloud
let line: Line
let asPlanted: string
/** Moves the database's clock on, past the 30 seconds a transaction may live. */
let later = 0
beforeAll(async () => {
  cloud = await startCloud({ now: () => Date.now() + later })
  line = await startLine(cloud)
  asPlanted = await cloud.emulator.snapshot()
})
beforeEach(() => cloud.emulator.restore(asPlanted))
afterAll(async () => {
  await line.close()
  await cloud.close()
})

const BUREAU = 'demo-bureau'
const ROWS = 1
const find = (name: string, filter: object) => cloud.emulator.store.find(name, filter as never, 1000)
const event = (operation: string, importId: string) => ({
  operation,
  input: { importId },
  requestId: randomUUID(),
})
const people = () =>
  newMembers(cloud, ROWS).map(({ name }) => {
    const [person, ...more] = find('people', { name })
    expect(more).toEqual([])
    return person
  })

/** Kills the call wherever a death matters (Line.deaths), sends it again, and hands what came of it to `check`. */
async function killedEverywhere(
  from: string,
  operation: 'import.confirm' | 'import.undo',
  importId: string,
  check: (progress: ImportProgress) => void,
) {
  line.decide(() => undefined)
  await line.call(BUREAU, event(operation, importId))
  expect(line.actions.length).toBeGreaterThan(15)
  const deaths = line.deaths()
  expect(deaths.length).toBeGreaterThan(3)
  for (const last of deaths) {
    await cloud.emulator.restore(from)
    const call = event(operation, importId)
    line.decide((n) => (n === last ? 'killed' : undefined))
    expect([last, await line.call(BUREAU, call)]).toEqual([last, undefined])
    later += 31_000
    const { result } = await cloud.raw(BUREAU, 'documents', call)
    expect([last, result]).toMatchObject([last, { ok: true }])
    check(await finish(cloud, BUREAU, (result as { data: ImportProgress }).data))
  }
}

test('killed after any exchange, a confirmation is completed by sending it again: every row once', async () => {
  const { importId } = await previewed(cloud, BUREAU, 'people', newMembers(cloud, ROWS))
  const from = await cloud.emulator.snapshot()
  await killedEverywhere(from, 'import.confirm', importId, (progress) => {
    expect(progress).toMatchObject({ state: 'done', counts: { written: ROWS, refused: 0 } })
    for (const person of people()) {
      expect(person).toMatchObject({ version: 1 })
      expect(find('audit', { 'about.id': person?._id })).toHaveLength(1)
    }
  })
}, 300_000)

test('killed after any exchange, an undo is completed by sending it again: every row once', async () => {
  const { importId } = await previewed(cloud, BUREAU, 'people', newMembers(cloud, ROWS))
  await finish(cloud, BUREAU, await cloud.must(BUREAU, 'import.confirm', { importId }))
  const from = await cloud.emulator.snapshot()
  await killedEverywhere(from, 'import.undo', importId, (progress) => {
    expect(progress).toMatchObject({ state: 'undone', counts: { undone: ROWS, kept: 0 } })
    for (const person of people())
      expect(person).toMatchObject({ version: 2, archived: { at: expect.any(String) } })
  })
}, 300_000)

test.each<Fate>(['neverSent', 'answerLost', 'unavailable', 'busy', 'ended'])(
  'a confirmation one of whose exchanges meets %s is answered, or told to come again, and writes each row once',
  async (fate) => {
    const { importId } = await previewed(cloud, BUREAU, 'people', newMembers(cloud, ROWS))
    const from = await cloud.emulator.snapshot()
    for (let broken = 1; broken <= 21; broken += 3) {
      await cloud.emulator.restore(from)
      line.decide((n) => (n === broken ? fate : undefined))
      const call = event('import.confirm', importId)
      let answer = await line.call(BUREAU, call)
      line.decide(() => undefined)
      if (answer && !answer.ok && answer.error.code === 'BUSY') answer = await line.call(BUREAU, call)
      expect([broken, answer]).toMatchObject([broken, { ok: true }])
      const done = await finish(cloud, BUREAU, (answer as { data: ImportProgress }).data)
      expect(done).toMatchObject({ state: 'done', counts: { written: ROWS, refused: 0 } })
      for (const person of people()) expect(person).toMatchObject({ version: 1 })
    }
  },
  120_000,
)
