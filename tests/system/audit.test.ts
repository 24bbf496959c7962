import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditDocument } from '../../cloudfunctions/areas/audit/documents'
import { OPERATIONS } from '../../contract'
import { actName } from '../../contract/act-names'
import { type Cloud, startCloud } from './cloud'
import { ADMIN, BUREAU, codeFor, codeOf, find, INFORMANT, redeem } from './identity-world'
import { plantTownshipOperator } from './registry-world'

const DAY = 24 * 60 * 60_000
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const entries = (filter: object = {}) => find<AuditDocument>(cloud, 'audit', filter)

test('every look at somebody’s money is an entry: for another, at one item, at a page of the desk', async () => {
  await cloud.must('demo-villager', 'dividend.mine', {})
  expect(entries()).toEqual([])
  await cloud.must(INFORMANT, 'dividend.mine', {}, 'person-1-1')
  await cloud.must('demo-cooperative', 'dividend.get', { itemId: 'contract-1:3:dividend' })
  await cloud.must('demo-cooperative', 'dividend.due', {})
  await cloud.must(BUREAU, 'dividend.due', {})
  expect(entries().sort((a, b) => (a.at < b.at ? -1 : 1))).toMatchObject([
    {
      operation: 'dividend.mine',
      about: { id: 'household-1' },
      concerns: ['household-1', 'person-1-1'],
      forWhom: { id: 'person-1-1' },
    },
    { operation: 'dividend.get', about: { kind: 'household', id: 'household-1' } },
    { operation: 'dividend.due', about: { kind: 'organisation', id: 'coop-1' } },
    { operation: 'dividend.due', about: { kind: 'region', id: '519921' } },
  ])
  // What was refused showed nothing.
  await cloud.ask('demo-bureau', 'dividend.get', { itemId: 'nothing' })
  expect(entries({ operation: 'dividend.get' })).toHaveLength(1)
})

test('a bureau searches its region by who, whom, what and when; an administrator everywhere; reading is an entry', async () => {
  await cloud.must('demo-informant-2', 'training.enrol', { classId: 'class-open-3' }, 'person-2-1')
  await redeem(cloud, 'r-1', await codeFor(cloud, 'person-1-3'))
  await cloud.timer()
  const township = plantTownshipOperator(cloud)
  const search = (by: string, input: object = {}) => cloud.must(by, 'audit.search', input)
  const abouts = async (by: string, input: object = {}) =>
    (await search(by, input)).entries.map(({ about }) => about.id)
  expect(await abouts(township)).toContain('person-1-3')
  expect(await abouts(township)).not.toContain('person-2-1')
  expect(await abouts(BUREAU)).toContain('person-2-1')
  expect(await abouts(BUREAU, { about: 'person-2-1', operation: 'training.enrol' })).toEqual(['person-2-1'])
  // That this was asked is about that person as well.
  expect((await search(BUREAU, { about: 'person-2-1' })).entries[0]?.operation).toBe('audit.search')
  expect(await abouts(BUREAU, { who: 'person-informant-2' })).toEqual(['person-2-1'])
  expect(
    new Set((await search(ADMIN, { operation: 'audit.search' })).entries.map(({ who }) => who)).size,
  ).toBe(3)
  const today = new Date(cloud.emulator.clock.now() + 8 * 60 * 60_000).toISOString().slice(0, 10)
  const tomorrow = new Date(Date.parse(today) + DAY).toISOString().slice(0, 10)
  expect((await search(BUREAU, { from: today, to: today })).entries.length).toBeGreaterThan(0)
  expect((await search(BUREAU, { from: tomorrow })).entries).toEqual([])
  expect(await cloud.ask(BUREAU, 'audit.search', { from: tomorrow, to: today })).toMatchObject({
    error: { code: 'INVALID_INPUT', fields: { to: '结束的日子在开始的前面，请调过来' } },
  })
  const [newest] = (await search(ADMIN)).entries
  expect(newest).toMatchObject({ operation: 'audit.search', what: '查操作记录' })
})

test('who is bound by a code finds that among their own acts, and the same code once more is no act', async () => {
  const code = await codeFor(cloud, 'person-257-3')
  await redeem(cloud, 'r-2', code)
  await redeem(cloud, 'r-2', code)
  await cloud.timer()
  const { entries } = await cloud.must('r-2', 'audit.mine', {})
  expect(entries.map(({ operation, about }) => [operation, about.id])).toEqual([
    ['identity.redeem', 'person-257-3'],
  ])
})

test('pages of the log hold each entry once, newest first', async () => {
  for (let n = 0; n < 45; n++) await cloud.must(INFORMANT, 'dividend.mine', {}, 'person-65-1')
  const seen: string[] = []
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await cloud.must(BUREAU, 'audit.search', {
      about: 'person-65-1',
      operation: 'dividend.mine',
      ...(cursor ? { cursor } : {}),
    })
    seen.push(...page.entries.map(({ id }) => id))
    cursor = page.next
    more = cursor !== undefined
  }
  expect(seen).toHaveLength(45)
  expect(new Set(seen).size).toBe(45)
})

test('my own acts: writes and looks, nobody else’s', async () => {
  const { entries: mine } = await cloud.must(INFORMANT, 'audit.mine', {})
  expect(new Set(mine.map(({ who }) => who)).size).toBe(1)
  expect(mine[0]).toMatchObject({ what: '查分红' })
  expect(codeOf(await cloud.ask('nobody', 'audit.mine', {}))).toBe('NOT_REGISTERED')
})

test('every operation has a name in Chinese', () => {
  for (const { name } of OPERATIONS)
    expect([name, actName(name)]).toEqual([name, expect.stringMatching(/^\p{Script=Han}/u)])
})

/** What the product's code does with a collection besides reading it and adding to it. */
const WRITES = (name: string) => [
  new RegExp(`(update|set|remove)(<[^>]*>)?\\(\\s*'${name}'`),
  new RegExp(`collection\\('${name}'\\)((?!\\bawait\\b|collection\\().)*?\\.(update|set|remove)\\(`, 's'),
]

test('nothing in the product changes or removes an entry of the log, or a line of who was bound to whom', () => {
  const sources = readdirSync('cloudfunctions', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => join('cloudfunctions', file))
  expect(sources.length).toBeGreaterThan(100)
  const text = new Map(sources.map((file) => [file, readFileSync(file, 'utf8')]))
  // The search finds what is there to be found.
  expect([...text.values()].some((source) => WRITES('accounts').some((write) => write.test(source)))).toBe(
    true,
  )
  expect([...text.values()].some((source) => WRITES('limits').some((write) => write.test(source)))).toBe(true)
  for (const name of ['audit', 'bindings'])
    for (const [file, source] of text)
      for (const write of WRITES(name))
        expect([file, name, write.exec(source)?.[0]]).toEqual([file, name, undefined])
})
