import type { AuditDocument } from '../../cloudfunctions/areas/audit/documents'
import { actName } from '../../contract/act-names'
import { GUIDELINE } from '../../contract/guideline'
import { DEMO_ENVIRONMENT } from '../../demo/environment'
import { type Cloud, startCloud } from './cloud'
import { accountOf, BUREAU, bindTo, codeOf, expectSound, find, INFORMANT, personIn } from './identity-world'

const NUMBER = '11010519491231002X'
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterEach(() => expectSound(cloud))
afterAll(() => cloud.close())

const wang = { openid: 'demo-villager', personId: 'person-1-2' }
const setNumber = (by: string, personId: string, number = NUMBER) =>
  cloud.ask(by, 'identity.setNumber', { personId, number, purpose: 'lodging', agreed: true })
/** Nothing of the number is anywhere in the database, not even in what a request leaves behind. */
const expectNowhere = (text: string) => {
  for (const { name } of cloud.emulator.store.collections())
    for (const document of find(cloud, name, {})) expect(JSON.stringify(document)).not.toContain(text)
}

test('an older agreement stops acting until the newest is agreed to; reading and leaving go on', async () => {
  await bindTo(cloud, 'c-1', 'person-1-3')
  const consent = { version: '2020-01-01', at: '2020-01-01T00:00:00.000Z' }
  cloud.emulator.store.loadLines([
    { collection: 'accounts', document: { ...(accountOf(cloud, 'c-1') as object), consent } as never },
  ])
  const enrol = () => cloud.ask('c-1', 'training.enrol', { classId: 'class-open-3' })
  expect((await cloud.must('c-1', 'identity.me', {})).agreed).toBe(false)
  expect(codeOf(await enrol())).toBe('CONSENT_NEEDED')
  expect(codeOf(await cloud.ask('c-1', 'training.myEnrolments', { when: 'coming' }))).toBe('ok')
  expect(codeOf(await cloud.ask('c-1', 'identity.consent', { version: '2020-01-01' }))).toBe(
    'GUIDELINE_CHANGED',
  )
  expect(codeOf(await cloud.ask('c-1', 'identity.consent', { version: GUIDELINE }))).toBe('ok')
  expect(codeOf(await enrol())).toBe('ok')
  expect(accountOf(cloud, 'c-1')?.consent?.version).toBe(GUIDELINE)
  expect(codeOf(await cloud.ask('c-1', 'identity.unbind', { personId: 'person-1-3' }))).toBe('ok')
})

test('the number is kept sealed, shown masked, and matched by a hash; the bureau sees it whole with a reason', async () => {
  expect(await setNumber(wang.openid, wang.personId)).toMatchObject({
    ok: true,
    data: { masked: '110105**********2X' },
  })
  expect(personIn(cloud, wang.personId).identity?.key).toBe('demo')
  expectNowhere(NUMBER)
  expect(await cloud.must(wang.openid, 'identity.about', {})).toMatchObject({
    me: { identityNumber: '110105**********2X' },
  })
  expect(
    await cloud.must(BUREAU, 'identity.unmask', { personId: wang.personId, reason: '登记住宿' }),
  ).toEqual({
    personId: wang.personId,
    number: NUMBER,
  })
  // Written down before it was answered, with the reason; the person sees it.
  const { looks } = await cloud.must(wang.openid, 'identity.looks', {})
  expect(looks).toMatchObject([{ what: '看完整身份证号', reason: '登记住宿' }])
  expectNowhere(NUMBER)
})

test('a number is asked for from oneself, or by whose duty it is; each is one person’s', async () => {
  expect(codeOf(await setNumber('demo-villager-1', 'person-1-3'))).toBe('NOT_FOUND')
  expect(codeOf(await setNumber(INFORMANT, 'person-2-1', '110101199003074514'))).toBe('NOT_FOUND')
  expect(codeOf(await setNumber(INFORMANT, 'person-1-3'))).toBe('NUMBER_TAKEN')
  expect(codeOf(await setNumber(INFORMANT, 'person-1-3', '110105194912310021'))).toBe('INVALID_INPUT')
  const unagreed = { personId: 'person-1-3', number: NUMBER, purpose: 'lodging', agreed: false }
  expect(codeOf(await cloud.ask(INFORMANT, 'identity.setNumber', unagreed as never))).toBe('INVALID_INPUT')
  expect(codeOf(await cloud.ask(BUREAU, 'identity.unmask', { personId: 'person-1-3', reason: '住宿' }))).toBe(
    'NO_NUMBER',
  )
})

test('about me: what is held, and what others did, page after page, without one’s own acts', async () => {
  for (let n = 0; n < 25; n++) await cloud.must(INFORMANT, 'dividend.mine', {}, wang.personId)
  await cloud.must('demo-cooperative', 'dividend.get', { itemId: 'contract-1:3:dividend' })
  await cloud.must('demo-cooperative', 'dividend.due', {})
  await cloud.must('demo-cooperative', 'export.dividendItems', {})
  await cloud.must(wang.openid, 'training.enrol', { classId: 'class-open-3' })
  await cloud.timer()
  const { me, looks, next } = await cloud.must(wang.openid, 'identity.about', {})
  expect(me).toMatchObject({ name: '王秀英', inScheme: true, consent: { version: GUIDELINE } })
  expect(me.household?.members.map(({ personId }) => personId)).toContain('person-1-1')
  // A list and a file that show the household's money are looks at it, as is the item itself.
  expect(
    looks
      .slice(0, 3)
      .map(({ what }) => what)
      .sort(),
  ).toEqual([actName('dividend.due'), actName('dividend.get'), actName('export.dividendItems')].sort())
  const rest = await cloud.must(wang.openid, 'identity.looks', { cursor: next ?? '' })
  const all = [...looks, ...rest.looks]
  expect(all.filter(({ what }) => what === '查分红')).toHaveLength(25)
  expect(all.map(({ what }) => what)).not.toContain('报名')
})

test('a look at a household’s dividend through one of them is told to everybody in it', async () => {
  await bindTo(cloud, 'c-2', 'person-65-2')
  const told = async () =>
    (await cloud.must('c-2', 'identity.looks', {})).looks.filter(
      ({ what }) => what === actName('dividend.mine'),
    )
  expect(await told()).toEqual([])
  await cloud.must(INFORMANT, 'dividend.mine', {}, 'person-65-1')
  expect(await told()).toHaveLength(1)
})

test('one takes along everything: classes, questions, dividends, messages', async () => {
  await cloud.must(wang.openid, 'consultation.ask', { subject: 'plum', text: '李子叶子发黄了怎么办' })
  const taken = await cloud.must(wang.openid, 'identity.takeAlong', {})
  expect(taken.complete).toBe(true)
  expect(taken.questions.map(({ text }) => text)).toContain('李子叶子发黄了怎么办')
  expect(taken.enrolments).toHaveLength(taken.me.enrolments)
  expect(taken.dividends.length).toBeGreaterThan(0)
  expect(JSON.stringify(taken)).not.toContain('assisted')
})

test('who withdraws is a visitor again; what stays is told, and the rest is forgotten', async () => {
  const personId = 'person-9-1'
  const openid = 'demo-villager-9'
  await cloud.must(openid, 'training.enrol', { classId: 'class-open-3' })
  await cloud.must(openid, 'notification.recordGrant', { answers: [{ kind: 'enrolled', answer: 'accept' }] })
  await setNumber(openid, personId, '110101199003074514')
  const enrolments = find(cloud, 'enrolments', { personId }).length
  expect(codeOf(await cloud.ask('demo-villager-10', 'identity.withdraw', { personId }))).toBe('NOT_FOUND')
  const { kept } = await cloud.must(openid, 'identity.withdraw', { personId })
  expect(kept.map(({ years }) => years).sort()).toEqual([15, 15, 15, 5, 5])
  expect((await cloud.must(openid, 'identity.me', {})).person).toBeUndefined()
  const person = personIn(cloud, personId)
  for (const field of [
    'openid',
    'phone',
    'identity',
    'identityHash',
    'matchHash',
    'agents',
    'agreements',
  ] as const)
    expect([field, person[field] ?? undefined]).toEqual([field, undefined])
  expect(person.search).not.toContain('0009')
  expect(find(cloud, 'grants', { openid })).toEqual([])
  expect(find(cloud, 'enrolments', { personId })).toHaveLength(enrolments)
  // And may come back.
  await bindTo(cloud, openid, personId)
})

test('a new key: jobs seal what an older one sealed, a batch a run, and what was sealed can still be read', async () => {
  const older = DEMO_ENVIRONMENT.IDENTITY_KEYS
  const newer = `new:${Buffer.alloc(32, 'another').toString('base64')}`
  const rotated = await startCloud({
    environment: { ...DEMO_ENVIRONMENT, IDENTITY_KEYS: `${newer},${older}` },
  })
  try {
    rotated.emulator.store.loadLines([
      { collection: 'people', document: personIn(cloud, wang.personId) as never },
    ])
    expect(personIn(rotated, wang.personId).identity?.key).toBe('demo')
    await rotated.timer()
    expect(personIn(rotated, wang.personId).identity?.key).toBe('new')
    const shown = await rotated.must(BUREAU, 'identity.unmask', { personId: wang.personId, reason: '核对' })
    expect(shown.number).toBe(NUMBER)
    expect(await rotated.timer()).toMatchObject({ data: { resealed: 0 } })
  } finally {
    await rotated.close()
  }
})

test('without keys nothing is taken, and it says so', async () => {
  const { IDENTITY_KEYS: _, IDENTITY_HASH_KEY: __, ...environment } = DEMO_ENVIRONMENT
  const keyless = await startCloud({ environment })
  try {
    const answer = await keyless.ask(wang.openid, 'identity.setNumber', {
      ...{ personId: wang.personId, number: NUMBER, purpose: 'lodging', agreed: true },
    })
    expect(codeOf(answer)).toBe('NUMBERS_OFF')
    expect((await keyless.must('v', 'identity.myRequest', {})).match).toBe(false)
    const match = {
      village: '519921100200',
      name: '王秀英',
      lastSix: '31002X',
      agreed: true as const,
      consent: GUIDELINE,
    }
    expect(codeOf(await keyless.ask('v', 'identity.matchBinding', match))).toBe('MATCH_OFF')
  } finally {
    await keyless.close()
  }
})

test('every look at a number is an entry that names who, whose and why', () => {
  const entries = find<AuditDocument>(cloud, 'audit', { operation: 'identity.unmask' })
  expect(entries).toMatchObject([
    { who: { personId: 'person-bureau-1' }, about: { id: wang.personId }, reason: '登记住宿' },
  ])
})
