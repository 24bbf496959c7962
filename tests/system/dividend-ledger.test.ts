import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sumOf } from '../../cloudfunctions/areas/dividend/rules'
import { type Cloud, startCloud } from './cloud'
import {
  addContracts,
  addOfficer,
  addVillager,
  entriesOf,
  given,
  itemOf,
  paid,
  uploadReceipt,
} from './dividend-desk'

let cloud: Cloud
let receipt: string
beforeAll(async () => {
  cloud = await startCloud()
  receipt = await uploadReceipt(cloud)
  addOfficer(cloud, 'colleague', 'coop-1')
  for (const openid of ['race-1', 'race-2', 'race-3', 'race-4']) addContracts(cloud, openid, 1)
  for (const openid of ['race-1', 'race-2', 'race-3', 'race-4'])
    addVillager(cloud, openid, `household-${openid}-001`)
})
afterAll(() => cloud.close())

const coop = 'demo-cooperative'

/** What must be true of any item's ledger, whatever happened. */
function expectSound(itemId: string) {
  const item = itemOf(cloud, itemId)
  const entries = entriesOf(cloud, itemId)
  expect(entries.map((entry) => entry._id)).toEqual(entries.map((_, index) => `${itemId}:${index + 1}`))
  expect(item.entries).toBe(entries.length)
  let sum = 0
  for (const entry of entries) {
    // Paid once at most, never less than nothing; a dispute only of what was paid.
    if (entry.type === 'confirm') expect([sum, entry.amountFen]).toEqual([0, item.amountFen])
    else if (entry.type === 'reverse') expect(sum + entry.amountFen).toBe(0)
    else expect([sum, entry.amountFen]).toEqual([item.amountFen, 0])
    sum += entry.amountFen
  }
  expect(sumOf(entries)).toBe(item.state === 'due' ? 0 : item.amountFen)
  const last = entries.at(-1)?.type
  expect(item.state).toBe(last === 'confirm' ? 'confirmed' : last === 'dispute' ? 'disputed' : 'due')
  expect(Boolean(item.confirmation)).toBe(item.state !== 'due')
  expect(Boolean(item.dispute)).toBe(item.state === 'disputed')
  return entries
}

test('two officers confirm the same item at once: one wins, the other is told so', async () => {
  const itemId = 'race-1-001:3:gift'
  const answers = await Promise.all(
    [coop, 'colleague', coop, 'colleague'].map((openid) =>
      cloud.must(openid, 'dividend.confirm', { items: [given(itemId)] }),
    ),
  )
  const results = answers.flatMap((answer) => answer.results)
  expect(results.filter((result) => result.done)).toHaveLength(1)
  expect(results.filter((result) => !result.done && result.error.code === 'ITEM_CONFIRMED')).toHaveLength(3)
  expect(expectSound(itemId)).toHaveLength(1)
})

test('a confirmation, a reversal and a dispute at once leave one order of them', async () => {
  for (const kind of ['dividend', 'gift']) {
    const itemId = `race-2-001:3:${kind}`
    const asked = kind === 'gift' ? given(itemId) : paid(itemId, receipt)
    const both = await Promise.all([
      cloud.must(coop, 'dividend.confirm', { items: [asked] }),
      cloud.ask('race-2', 'dividend.dispute', { itemId }),
    ])
    expect(both[0].results[0]?.done).toBe(true)
    expect(expectSound(itemId)).toHaveLength(both[1].ok ? 2 : 1)
    const [reversed, disputed] = await Promise.all([
      cloud.ask(coop, 'dividend.reverse', { itemId, reason: '写错了一户' }),
      cloud.ask('race-2', 'dividend.dispute', { itemId }),
    ])
    expect(reversed.ok).toBe(true)
    if (!disputed.ok) expect(['ITEM_NOT_CONFIRMED', 'ITEM_DISPUTED']).toContain(disputed.error.code)
    expectSound(itemId)
    expect(itemOf(cloud, itemId).state).toBe('due')
  }
})

test('the same confirmation sent twice at once is one entry and one answer', async () => {
  const requestId = 'confirm-once-0001'
  const input = { items: [paid('race-1-001:3:dividend', receipt)] }
  const [first, second] = await Promise.all(
    [1, 2].map(() => cloud.ask(coop, 'dividend.confirm', input, { requestId })),
  )
  expect(first).toEqual(second)
  expect(expectSound('race-1-001:3:dividend')).toHaveLength(1)
})

test('the cloud fails half-way through ten items, its last answer lost: sent again, each is confirmed exactly once', async () => {
  const { items } = addContracts(cloud, 'half', 10)
  const gifts = items.filter((item) => item.kind === 'gift' && item.year === 3)
  const input = { items: gifts.map((item) => given(item._id)) }
  const { store } = cloud.emulator
  const { say } = store
  const fails = (message: string) => ({ text: JSON.stringify({ code: 'DATABASE_REQUEST_FAILED', message }) })
  let commits = 0
  store.say = async (action, payload) => {
    if (action !== 'database.commitTransaction') return say(action, payload)
    if (++commits > 5) return fails('the database has gone away')
    const answer = await say(action, payload)
    return commits < 5 ? answer : fails('committed, but the line broke')
  }
  const requestId = 'half-way-0001'
  const failed = await cloud.ask(coop, 'dividend.confirm', input, { requestId })
  store.say = say
  expect(failed).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
  expect(gifts.filter((item) => itemOf(cloud, item._id).state === 'confirmed')).toHaveLength(5)
  const again = await cloud.ask(coop, 'dividend.confirm', input, { requestId })
  expect(again).toEqual({
    ok: true,
    data: { results: gifts.map((item) => ({ itemId: item._id, done: true })) },
  })
  for (const item of gifts) expect(expectSound(item._id)).toHaveLength(1)
})

test('the whole machine dies half-way through ten items: started again, the same request completes, nobody twice', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'dies-'))
  const before = await startCloud({ dir })
  const { items } = addContracts(before, 'dies', 10)
  const gifts = items.filter((item) => item.kind === 'gift' && item.year === 3).map((item) => item._id)
  const input = { items: gifts.map((itemId) => given(itemId)) }
  const requestId = 'dies-half-way-1'
  const { store } = before.emulator
  const { say } = store
  await new Promise<void>((dying) => {
    let commits = 0
    store.say = async (action, payload) => {
      if (action !== 'database.commitTransaction' || ++commits <= 4) return say(action, payload)
      // The fifth is durable, and nobody hears of it.
      await say(action, payload)
      dying()
      return new Promise(() => undefined)
    }
    before.ask(coop, 'dividend.confirm', input, { requestId }).catch(() => undefined)
  })
  await before.close()
  const after = await startCloud({ dir })
  try {
    expect(gifts.map((id) => entriesOf(after, id).length).sort()).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    const { ok } = await after.ask(coop, 'dividend.confirm', input, { requestId })
    expect(ok).toBe(true)
    expect(gifts.map((id) => entriesOf(after, id).length)).toEqual(Array(10).fill(1))
  } finally {
    await after.close()
    rmSync(dir, { recursive: true, force: true })
  }
})

test('whatever is sent in whatever order, also at once: the ledger sums to what is paid, and no entry ever changes', async () => {
  const action = fc.record({
    verb: fc.constantFrom('confirm', 'confirm', 'reverse', 'dispute'),
    kind: fc.constantFrom('dividend', 'gift'),
    by: fc.constantFrom(coop, 'colleague'),
  })
  const script = fc.array(fc.array(action, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  const photos = { [coop]: receipt, colleague: await uploadReceipt(cloud, 'colleague') }
  let round = 0
  await fc.assert(
    fc.asyncProperty(script, async (steps) => {
      const name = `any-${++round}`
      addContracts(cloud, name, 1)
      addVillager(cloud, name, `household-${name}-001`)
      const ids = ['dividend', 'gift'].map((kind) => `${name}-001:3:${kind}`)
      for (const step of steps) {
        const before = ids.map((id) => entriesOf(cloud, id))
        await Promise.all(
          step.map(({ verb, kind, by }) => {
            const itemId = `${name}-001:3:${kind}`
            if (verb === 'dispute') return cloud.ask(name, 'dividend.dispute', { itemId })
            if (verb === 'reverse') return cloud.ask(by, 'dividend.reverse', { itemId, reason: '写错了一户' })
            const asked = kind === 'gift' ? given(itemId) : paid(itemId, photos[by]!)
            return cloud.ask(by, 'dividend.confirm', { items: [asked] })
          }),
        )
        for (const [index, id] of ids.entries())
          expect(expectSound(id).slice(0, before[index]!.length)).toEqual(before[index])
      }
    }),
    { numRuns: 15 },
  )
})
