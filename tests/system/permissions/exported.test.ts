import { readSheet } from 'read-excel-file/node'
import { type Input, OPERATIONS, type OperationName } from '../../../contract'
import { type Cloud, startCloud } from '../cloud'
import { reachable } from './expected'
import { CALLERS, NAME, openidOf, plant, RELATIONS } from './world'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ seed: 'none' })
  for (const [name, documents] of Object.entries(plant(new Date())))
    cloud.emulator.store.insertMany(name, JSON.parse(JSON.stringify(documents)) as never)
})
afterAll(() => cloud.close())

/** The lists that name somebody of each relation. */
const LISTS = {
  'export.people': {},
  'export.households': {},
  'export.dividendItems': { year: new Date().getUTCFullYear() },
  'export.questions': {},
} satisfies { [N in OperationName]?: Input<N> }

test.each(
  Object.entries(LISTS).flatMap(([name, input]) =>
    Object.keys(CALLERS).map((caller) => [name as keyof typeof LISTS, caller, input] as const),
  ),
)('%s, as %s: in the file is exactly what the contract says', async (name, caller, input) => {
  const entry = OPERATIONS.find((each) => each.name === name)!
  const answer = await cloud.ask(openidOf(caller), name, input as never)
  if (!answer.ok) {
    expect(['FORBIDDEN', 'NOT_REGISTERED']).toContain(answer.error.code)
    expect(reachable(entry, caller)).toEqual([])
    return
  }
  const { url } = answer.data as { url: string }
  const text = JSON.stringify(await readSheet(Buffer.from(await (await fetch(url)).arrayBuffer())))
  expect(RELATIONS.filter((relation) => text.includes(NAME[relation]))).toEqual(reachable(entry, caller))
})
