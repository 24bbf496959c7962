import { type Input, OPERATIONS, type OperationName } from '../../../contract'
import type { Answer } from '../../../contract/envelope'
import type { Operation } from '../../../contract/operation'
import { type Cloud, startCloud } from '../cloud'
import { CASES, type Case, type Target } from './cases'
import { reachable } from './expected'
import { CALLERS, NAME, openidOf, plant, RELATIONS, type Relation } from './world'

let cloud: Cloud
let asPlanted: string
beforeAll(async () => {
  cloud = await startCloud({ seed: 'none' })
  for (const [name, documents] of Object.entries(plant(new Date())))
    cloud.emulator.store.insertMany(name, JSON.parse(JSON.stringify(documents)) as never)
  asPlanted = await cloud.emulator.snapshot()
})
afterAll(() => cloud.close())

const NOT_ALLOWED = ['FORBIDDEN', 'NOT_FOUND', 'NOT_REGISTERED']

/** Whether somebody was told that this is not theirs; any other refusal comes after that question. */
function wasRefused(answer: Answer): boolean {
  if (!answer.ok) {
    // A row whose call means nothing would pass for one that is refused.
    if (answer.error.code === 'INVALID_INPUT') throw new Error(JSON.stringify(answer.error.fields))
    return NOT_ALLOWED.includes(answer.error.code)
  }
  const { results } = answer.data as { results?: { error?: { code: string } }[] }
  return results?.every(({ error }) => error && NOT_ALLOWED.includes(error.code)) ?? false
}

async function call<N extends OperationName>(caller: string, operation: N, { input, actFor }: Target<N>) {
  return (await cloud.ask(openidOf(caller), operation, input, actFor ? { actFor } : {})) as Answer
}

const isAdmitted = (entry: Operation, caller: string): boolean =>
  entry.by.visitor !== undefined || entry.by[CALLERS[caller]!.as] !== undefined

/** Whoever may not call at all is refused before anything is looked for: the nearest and the farthest show it. */
const triedBy = (entry: Operation, caller: string): readonly Relation[] =>
  isAdmitted(entry, caller) ? RELATIONS : ['own', 'elsewhere']

/** Which relations' things a caller gets at, by calling. */
async function reached(entry: Operation, caller: string, theCase: Case<OperationName>): Promise<Relation[]> {
  const name = entry.name as OperationName
  if ('lists' in theCase) {
    const answer = await call(caller, name, { input: theCase.lists as Input<OperationName> })
    // Refused as a whole, nothing is shown.
    const shown = answer.ok ? JSON.stringify(answer.data) : ''
    return RELATIONS.filter((relation) => shown.includes(NAME[relation]))
  }
  if (!('names' in theCase)) throw new Error('names nothing')
  const got: Relation[] = []
  for (const relation of triedBy(entry, caller)) {
    if (wasRefused(await call(caller, name, theCase.names(relation) as Target<OperationName>))) continue
    got.push(relation)
    // One call must not answer for the next.
    if (entry.writes) await cloud.emulator.restore(asPlanted)
  }
  return got
}

const ROWS = OPERATIONS.flatMap((entry) =>
  Object.keys(CALLERS).map((caller) => [entry.name, caller, entry as Operation] as const),
)

test.each(ROWS)('%s, as %s: reaches exactly what the contract says', async (name, caller, entry) => {
  const theCase = CASES[name] as Case<OperationName>
  if ('only' in theCase) {
    const answer = await call(caller, name, theCase as { input: Input<OperationName> })
    expect(!wasRefused(answer)).toBe(isAdmitted(entry, caller))
    const own = entry.by[CALLERS[caller]!.as] === 'own' && caller === 'villager'
    for (const relation of RELATIONS)
      if (!(own && relation === 'own')) expect(JSON.stringify(answer)).not.toContain(NAME[relation])
    if (entry.writes && answer.ok) await cloud.emulator.restore(asPlanted)
    return
  }
  expect(await reached(entry, caller, theCase)).toEqual(reachable(entry, caller, theCase.givenTo))
})
