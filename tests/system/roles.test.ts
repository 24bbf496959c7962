import fc from 'fast-check'
import { BUREAU_GIVES, mayBindTo, mayGive } from '../../cloudfunctions/areas/identity/rules'
import { GUIDELINE } from '../../contract/guideline'
import type { RoleGrant } from '../../contract/identity'
import { ROLES, type Role } from '../../contract/operation'
import { DEMO_ENVIRONMENT } from '../../demo/environment'
import { type Cloud, startCloud } from './cloud'
import { ADMIN, accountOf, BUREAU, codeOf, expectSound, find, personIn, VILLAGE } from './identity-world'
import { ELSEWHERE, plantTownshipOperator, TOWNSHIP } from './registry-world'

const DAY = 24 * 60 * 60_000
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ environment: { ...DEMO_ENVIRONMENT, FIRST_ADMIN_OPENID: 'founder' } })
})
afterAll(() => cloud.close())

const grant = (
  by: string,
  personId: string,
  role: Exclude<Role, 'villager'>,
  over?: string,
  until?: string,
) =>
  cloud.ask(by, 'identity.grantRole', {
    personId,
    role,
    ...(over ? { over } : {}),
    ...(until ? { until } : {}),
  })
const revoke = (by: string, personId: string, role: Exclude<Role, 'villager'>, over?: string) =>
  cloud.ask(by, 'identity.revokeRole', { personId, role, ...(over ? { over } : {}), reason: '期满' })

test('a role is in force at the next call, and gone at the next after it is taken away', async () => {
  const people = () => cloud.ask('demo-villager-1', 'registry.people', {})
  expect(codeOf(await people())).toBe('FORBIDDEN')
  expect(codeOf(await grant(BUREAU, 'person-1-1', 'informant', VILLAGE))).toBe('ok')
  expect(codeOf(await people())).toBe('ok')
  expect(accountOf(cloud, 'demo-villager-1')?.roles.map(({ scopeName }) => scopeName)).toEqual([
    '李家湾村',
    '李家湾村',
  ])
  expect(codeOf(await grant(BUREAU, 'person-1-1', 'informant', VILLAGE))).toBe('ROLE_HELD')
  expect(codeOf(await revoke(BUREAU, 'person-1-1', 'informant', VILLAGE))).toBe('ok')
  expect(codeOf(await people())).toBe('FORBIDDEN')
  expect(codeOf(await revoke(BUREAU, 'person-1-1', 'informant', VILLAGE))).toBe('ROLE_NOT_HELD')
  const { messages } = await cloud.must('demo-villager-1', 'inbox.list', {})
  expect(messages.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['有了新身份：信息员', '身份取消了'].map((text) => expect.stringContaining(text))),
  )
})

test('a role ends with its last day by itself', async () => {
  const today = new Date(cloud.emulator.clock.now() + 8 * 60 * 60_000).toISOString().slice(0, 10)
  expect(codeOf(await grant(BUREAU, 'person-65-1', 'informant', VILLAGE, '2020-01-01'))).toBe('ENDS_IN_PAST')
  expect(codeOf(await grant(BUREAU, 'person-65-1', 'informant', VILLAGE, today))).toBe('ok')
  expect(codeOf(await cloud.ask('demo-villager-65', 'registry.people', {}))).toBe('ok')
  await cloud.emulator.clock.advance(DAY)
  expect(codeOf(await cloud.ask('demo-villager-65', 'registry.people', {}))).toBe('FORBIDDEN')
  const { holders } = await cloud.must(BUREAU, 'identity.roles', { role: 'informant', region: VILLAGE })
  expect(holders.find(({ personId }) => personId === 'person-65-1')?.grants).toMatchObject([{ ended: true }])
})

test('nobody gives more than they have, or anything to themselves', async () => {
  const township = plantTownshipOperator(cloud)
  const codes = [
    await grant(BUREAU, 'person-bureau-1', 'cadre', VILLAGE),
    await grant(BUREAU, 'person-1-2', 'bureau', TOWNSHIP),
    await grant(BUREAU, 'person-1-2', 'admin'),
    await grant(township, 'person-1-2', 'informant', `${ELSEWHERE}201`),
    await grant(township, 'person-2-1', 'informant', VILLAGE),
    await grant(township, 'person-1-2', 'cooperative', 'coop-1'),
    await grant(BUREAU, 'person-1-2', 'informant', TOWNSHIP),
    await grant(BUREAU, 'person-1-2', 'informant', '519921100299'),
    await grant(BUREAU, 'person-1-2', 'cooperative', 'no-such-coop'),
    await grant(BUREAU, 'person-1-2', 'expert', 'expert-1'),
    await grant('demo-villager', 'person-1-1', 'informant', VILLAGE),
  ].map(codeOf)
  expect(codes).toEqual([
    ...['OWN_ROLE', 'FORBIDDEN', 'FORBIDDEN', 'WRONG_SCOPE', 'NOT_FOUND', 'WRONG_SCOPE'],
    ...['WRONG_SCOPE', 'WRONG_SCOPE', 'WRONG_SCOPE', 'WRONG_SCOPE', 'FORBIDDEN'],
  ])
  expect(personIn(cloud, 'person-1-2').roles ?? []).toEqual([])
  expect(codeOf(await grant(BUREAU, 'person-1-2', 'cooperative', 'coop-1'))).toBe('ok')
  // What an administrator gave, the bureau does not take.
  await grant(ADMIN, 'person-129-1', 'bureau', TOWNSHIP)
  expect(codeOf(await revoke(BUREAU, 'person-129-1', 'bureau', TOWNSHIP))).toBe('FORBIDDEN')
})

test('a list of holders is limited to the region, page after page', async () => {
  const township = 'township-operator'
  const seen: string[] = []
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await cloud.must(township, 'identity.roles', {
      role: 'informant',
      ...(cursor ? { cursor } : {}),
    })
    seen.push(...page.holders.map(({ personId }) => personId))
    for (const { grants } of page.holders)
      expect(grants.some(({ scope }) => scope?.startsWith(TOWNSHIP))).toBe(true)
    cursor = page.next
    more = cursor !== undefined
  }
  const all = find<{ _id: string; roles: RoleGrant[] }>(cloud, 'people', { 'roles.role': 'informant' })
  const within = all.filter(({ roles }) =>
    roles.some(({ role, scope }) => role === 'informant' && scope?.startsWith(TOWNSHIP)),
  )
  expect(seen.sort()).toEqual(within.map(({ _id }) => _id).sort())
})

test('administrators who take it from each other at the same moment leave one; nobody takes their own', async () => {
  for (let round = 0; round < 5; round++) {
    await cloud.must(ADMIN, 'identity.grantRole', { personId: 'person-3-1', role: 'admin' })
    const answers = await Promise.all([
      revoke(ADMIN, 'person-3-1', 'admin'),
      revoke('demo-villager-3', 'person-admin-1', 'admin'),
    ])
    const left = find(cloud, 'people', { 'roles.role': 'admin' })
    expect(left.length).toBeGreaterThanOrEqual(1)
    expect(answers.map(codeOf)).toContain('ok')
    // Whoever is left makes it as it was.
    const [{ openid }] = left as [{ openid: string }]
    if (openid !== ADMIN) {
      await cloud.must(openid, 'identity.grantRole', { personId: 'person-admin-1', role: 'admin' })
      expect(codeOf(await revoke(ADMIN, 'person-3-1', 'admin'))).toBe('ok')
    }
  }
  expect(codeOf(await revoke(ADMIN, 'person-admin-1', 'admin'))).toBe('OWN_ROLE')
}, 180_000)

test('the first administrator comes from the deployment, once, and only while there is none', async () => {
  await cloud.timer()
  expect(accountOf(cloud, 'founder')).toBeUndefined()
  await cloud.must(ADMIN, 'identity.unbind', { personId: 'person-admin-1' })
  await cloud.timer()
  await cloud.timer()
  expect(accountOf(cloud, 'founder')?.roles).toEqual([{ role: 'admin', scopeName: '系统' }])
  expect(find(cloud, 'audit', { operation: 'jobs.firstAdmin' })).toHaveLength(1)
  expect(find(cloud, 'bindings', { how: 'deployment' })).toHaveLength(1)
  // Asked before the first act, like everybody.
  expect(codeOf(await grant('founder', 'person-3-1', 'admin'))).toBe('CONSENT_NEEDED')
  await cloud.must('founder', 'identity.consent', { version: GUIDELINE })
  expect(codeOf(await grant('founder', 'person-3-1', 'admin'))).toBe('ok')
  expectSound(cloud)
})

const region = fc.constantFrom('519921', '519921100', '519921100200', '519921101', '519922')
const held = fc.record({ role: fc.constantFrom(...ROLES), scope: region })

test('rule: only an administrator gives what is not the bureau’s, and the bureau only within its region', () => {
  fc.assert(
    fc.property(
      fc.array(held, { maxLength: 4 }),
      fc.constantFrom(...ROLES),
      fc.array(region),
      (giver, role, places) => {
        const may = mayGive(giver, role, places)
        if (role === 'villager') return !may
        if (giver.some((each) => each.role === 'admin')) return may
        const inside = places.every((place) =>
          giver.some((each) => each.role === 'bureau' && place.startsWith(each.scope)),
        )
        return may === (BUREAU_GIVES.includes(role) && places.length > 0 && inside)
      },
    ),
  )
})

test('rule: who may bind to somebody may give every role they hold', () => {
  fc.assert(
    fc.property(fc.array(held, { maxLength: 3 }), fc.array(held, { maxLength: 3 }), (giver, theirs) => {
      const regional = theirs.filter(({ role }) => ['informant', 'cadre', 'bureau'].includes(role))
      if (mayBindTo(giver, theirs))
        for (const { role, scope } of regional) expect(mayGive(giver, role, [scope])).toBe(true)
      expect(mayBindTo(giver, [])).toBe(true)
    }),
  )
})
