import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import { GUIDELINE } from '../../contract/guideline'
import { readPdf } from '../fixtures/pdf'
import { type Cloud, startCloud } from './cloud'
import {
  ADMIN,
  accountOf,
  BUREAU,
  bindingsOf,
  bindTo,
  codeFor,
  codeOf,
  expectSound,
  find,
  INFORMANT,
  invitationOf,
  personIn,
  redeem,
  VILLAGE,
} from './identity-world'

const DAY = 24 * 60 * 60_000
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterEach(() => expectSound(cloud))
afterAll(() => cloud.close())

test('a visitor redeems the informant’s code and is that person from then on, having agreed', async () => {
  const code = await codeFor(cloud, 'person-1-3')
  const me = await cloud.must('v-1', 'identity.redeem', {
    code: ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`,
    consent: GUIDELINE,
  })
  expect(me).toMatchObject({ person: { id: 'person-1-3' }, agreed: true, roles: [{ role: 'villager' }] })
  expect(await cloud.must('v-1', 'identity.me', {})).toEqual(me)
  expect(personIn(cloud, 'person-1-3').openid).toBe('v-1')
  expect(invitationOf(cloud, code)).toMatchObject({ state: 'used', usedBy: { openid: 'v-1' } })
  expect(bindingsOf(cloud, 'person-1-3')).toMatchObject([
    { event: 'bound', how: 'invitation', openid: 'v-1' },
  ])
  // Pressed again on a bad line, with another requestId as well, it is the same.
  expect(await redeem(cloud, 'v-1', code)).toMatchObject({ ok: true })
  expect(codeOf(await redeem(cloud, 'v-2', code))).toBe('CODE_WRONG')
})

test('of many accounts with one code in the same moment one gets in', async () => {
  const code = await codeFor(cloud, 'person-1-4')
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => redeem(cloud, `racer-${n}`, code)))
  expect(answers.map(codeOf).filter((each) => each === 'ok')).toHaveLength(1)
  for (const each of answers.map(codeOf)) expect(['ok', 'CODE_WRONG', 'BUSY']).toContain(each)
  expect(bindingsOf(cloud, 'person-1-4')).toHaveLength(1)
})

test('an account that redeems two codes in the same moment is one person', async () => {
  const codes = [await codeFor(cloud, 'person-65-2'), await codeFor(cloud, 'person-65-3')]
  const answers = await Promise.all(codes.map((code) => redeem(cloud, 'greedy', code)))
  expect(answers.map(codeOf).sort()).toEqual(['ACCOUNT_BOUND', 'ok'])
})

test('who has an account is told so; with a new phone the person moves and the old phone is a visitor', async () => {
  await bindTo(cloud, 'phone-1', 'person-129-2')
  const { results } = await cloud.must(INFORMANT, 'identity.invite', { personIds: ['person-129-2'] })
  expect(results[0]?.error?.code).toBe('PERSON_BOUND')
  const code = await codeFor(cloud, 'person-129-2', { replace: true })
  expect(codeOf(await redeem(cloud, 'phone-2', code))).toBe('ok')
  expect((await cloud.must('phone-1', 'identity.me', {})).person).toBeUndefined()
  expect(codeOf(await cloud.ask('phone-1', 'dividend.mine', {}))).toBe('NOT_REGISTERED')
  expect(bindingsOf(cloud, 'person-129-2').map(({ event }) => event)).toEqual(['bound', 'moved'])
})

test('a newer code makes the earlier one void, a revoked and an expired one are; all are told alike', async () => {
  const first = await codeFor(cloud, 'person-193-2')
  const second = await codeFor(cloud, 'person-193-2')
  expect(codeOf(await redeem(cloud, 'v-3', first))).toBe('CODE_WRONG')
  await cloud.must(INFORMANT, 'identity.revokeInvitation', { code: second, reason: '发错了' })
  expect(codeOf(await redeem(cloud, 'v-3', second))).toBe('CODE_WRONG')
  expect(codeOf(await cloud.ask(INFORMANT, 'identity.revokeInvitation', { code: second }))).toBe(
    'INVITATION_CLOSED',
  )
  const third = await codeFor(cloud, 'person-193-2', { days: 3 })
  await cloud.emulator.clock.advance(3 * DAY + 1000)
  const answers = [await redeem(cloud, 'v-3', third), await redeem(cloud, 'v-3', 'ZZZZZZ')]
  expect(answers).toEqual([answers[0], answers[0]])
  const expired = await cloud.must(INFORMANT, 'identity.invitations', { state: 'expired' })
  expect(expired.invitations.map(({ code }) => code)).toContain(third)
})

test('codes are guessed at ten times an hour, and then told when to come back', async () => {
  const wrong = () => redeem(cloud, 'guesser', 'ABCDEF')
  for (let n = 0; n < 10; n++) expect(codeOf(await wrong())).toBe('CODE_WRONG')
  expect(await wrong()).toMatchObject({
    error: { code: 'TOO_OFTEN', message: expect.stringMatching(/请在.*\d:\d\d 以后再试/) },
  })
  await cloud.emulator.clock.advance(60 * 60_000)
  expect(codeOf(await wrong())).toBe('CODE_WRONG')
})

test('a bureau’s code carries a role with its scope; an informant gives none', async () => {
  const grants = [{ role: 'informant' as const, over: VILLAGE, until: '2099-12-31' }]
  const refused = await cloud.must(INFORMANT, 'identity.invite', { personIds: ['person-2-3'], grants })
  expect(refused.results[0]?.error?.code).toBe('NOT_FOUND')
  const own = await cloud.must(INFORMANT, 'identity.invite', { personIds: ['person-257-2'], grants })
  expect(own.results[0]?.error?.code).toBe('FORBIDDEN')
  const code = await codeFor(cloud, 'person-2-3', { grants }, BUREAU)
  const me = await cloud.must('v-4', 'identity.redeem', { code, consent: GUIDELINE })
  expect(me.roles).toEqual([
    expect.objectContaining({ role: 'villager' }),
    { role: 'informant', scope: VILLAGE, scopeName: '李家湾村', until: '2099-12-31' },
  ])
  expect((await cloud.must('v-4', 'registry.people', {})).people.length).toBeGreaterThan(0)
})

test('nobody gets at somebody’s roles by binding themselves to them', async () => {
  // The operator lives, as far as the registry knows, in the informant's village.
  cloud.emulator.store.insertMany('people', [
    { ...personIn(cloud, 'person-bureau-1'), _id: 'chief', openid: undefined, village: VILLAGE },
  ] as never)
  const byInformant = await cloud.must(INFORMANT, 'identity.invite', { personIds: ['chief'] })
  expect(byInformant.results[0]?.error?.code).toBe('FORBIDDEN')
  const byBureau = await cloud.must(BUREAU, 'identity.invite', { personIds: ['chief'] })
  expect(byBureau.results[0]?.error?.code).toBe('FORBIDDEN')
  expect(await codeFor(cloud, 'chief', {}, ADMIN)).toMatch(/^.{6}$/)
  // Nor by a code from before the person had any.
  const early = await codeFor(cloud, 'person-321-2')
  await cloud.must(ADMIN, 'identity.grantRole', { personId: 'person-321-2', role: 'bureau', over: '519921' })
  expect(codeOf(await redeem(cloud, 'v-5', early))).toBe('CODE_WRONG')
})

test('a co-op invites the people of its contracts and nobody else', async () => {
  const { results } = await cloud.must('demo-cooperative', 'identity.invite', {
    personIds: ['person-3-2', 'person-300-2'],
  })
  expect(results.map(({ code, error }) => error?.code ?? typeof code)).toEqual(['string', 'NOT_FOUND'])
})

test('a village’s sheet has a code for everybody without an account, once, and pictures that a phone reads', async () => {
  const village = '519921101201'
  const sheet = await cloud.must(BUREAU, 'identity.invite', { village })
  const without = find<{ _id: string }>(cloud, 'people', { village, openid: null })
  expect(sheet.results.map(({ personId }) => personId).sort()).toEqual(without.map(({ _id }) => _id).sort())
  const codes = sheet.results.map(({ code }) => code ?? '')
  expect(new Set(codes).size).toBe(codes.length)
  // Printed again, the codes that were handed out still count.
  const again = await cloud.must(BUREAU, 'identity.invite', { village })
  expect(again.results.map(({ code }) => code)).toEqual(codes)
  const drawn = await cloud.must(BUREAU, 'identity.invitationCodes', { codes: codes.slice(0, 4) })
  expect(drawn.codes.length + drawn.left.length).toBe(4)
  const [first] = drawn.codes
  const picture = PNG.sync.read(Buffer.from(first?.picture.split(',')[1] ?? '', 'base64'))
  const read = jsqr(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data
  expect(read).toBe(`weapp://wx0123456789abcdef/identity/bind/index?scene=${first?.code}`)
  // On paper: twelve a page, each with its picture.
  const paper = await cloud.must(BUREAU, 'identity.invitationSheet', { codes })
  expect(paper).toMatchObject({
    name: expect.stringMatching(/^邀请码-.+村-\d{8}\.pdf$/),
    codes: codes.length,
  })
  const file = readPdf(Buffer.from(await (await fetch(paper.url)).arrayBuffer()))
  expect(file.pages).toBe(Math.ceil(codes.length / 12))
  expect(file.images).toBe(codes.length)
  const letters = codes.map((code) => `${code.slice(0, 3)} ${code.slice(3)}`)
  expect(letters.filter((each) => !file.text.includes(each))).toEqual([])
  expect(await cloud.ask(INFORMANT, 'identity.invitationSheet', { codes })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
  // Another village's informant draws none of them.
  const other = await cloud.must(INFORMANT, 'identity.invitationCodes', { codes: codes.slice(0, 4) })
  expect(other).toEqual({ codes: [], left: [] })
}, 300_000)

test('who agreed to an older guideline is refused before anything is bound', async () => {
  const code = await codeFor(cloud, 'person-385-2')
  const answer = await cloud.ask('v-6', 'identity.redeem', { code, consent: '2020-01-01' })
  expect(codeOf(answer)).toBe('GUIDELINE_CHANGED')
  expect(accountOf(cloud, 'v-6')).toBeUndefined()
})
