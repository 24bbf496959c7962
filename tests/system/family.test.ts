import { type Cloud, startCloud } from './cloud'
import { bindTo, codeOf, INFORMANT, personIn } from './identity-world'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

/** 王秀英 of household 1, her daughter there, and a neighbour. */
const [mother, child, neighbour] = ['person-1-2', 'person-1-3', 'person-65-1']
const agree = (openid: string, input: { personId?: string; code?: string }, actFor?: string) =>
  cloud.ask(openid, 'identity.agree', { ...input, relation: '子女' }, actFor ? { actFor } : {})

test('who agreed is acted for: classes, questions and the dividend, with both names on the record', async () => {
  await bindTo(cloud, 'child', child)
  const enrol = () => cloud.ask('child', 'training.enrol', { classId: 'class-open-3' }, { actFor: mother })
  expect(codeOf(await enrol())).toBe('FORBIDDEN')
  expect(codeOf(await agree('demo-villager', { personId: child }))).toBe('ok')
  expect(codeOf(await agree('demo-villager', { personId: child }))).toBe('AGENT_ALREADY')
  expect(codeOf(await enrol())).toBe('ok')
  const { people } = await cloud.must('child', 'identity.actingFor', {})
  expect(people).toMatchObject([
    { personId: mother, name: '王秀英', relation: '子女', villageName: '李家湾村' },
  ])
  expect((await cloud.must('demo-villager', 'identity.about', {})).me.agents).toMatchObject([
    { personId: child },
  ])
  await cloud.timer()
  const mine = await cloud.must('child', 'audit.mine', {})
  expect(mine.entries).toEqual(
    expect.arrayContaining([expect.objectContaining({ what: '报名', forWhom: '王秀英' })]),
  )
})

test('an agent reads and rates the questions of whom they act for, and nobody else’s', async () => {
  const { questionId } = await cloud.must('demo-villager', 'consultation.ask', {
    subject: 'plum',
    text: '李子怎么剪枝',
  })
  const get = (openid: string, actFor?: string) =>
    cloud.ask(openid, 'consultation.get', { questionId }, actFor ? { actFor } : {})
  expect(codeOf(await get('child'))).toBe('NOT_FOUND')
  expect(await get('child', mother)).toMatchObject({ ok: true, data: { text: '李子怎么剪枝' } })
  expect(codeOf(await get('demo-villager-65', mother))).toBe('FORBIDDEN')
  await cloud
    .must('demo-expert', 'consultation.answer', { questionId, text: '冬天剪' })
    .catch(() => undefined)
  const rated = await cloud.ask(
    'child',
    'consultation.feedback',
    { questionId, helped: true },
    { actFor: mother },
  )
  expect(['ok', 'NOT_ANSWERED']).toContain(codeOf(rated))
})

test('somebody who is no family shows a code; it gives only whoever reads it the choice', async () => {
  expect(codeOf(await agree('demo-villager', { personId: neighbour }))).toBe('NOT_FAMILY')
  const { code } = await cloud.must('demo-villager-65', 'identity.showCode', {})
  expect(codeOf(await agree('demo-villager-65', { code }))).toBe('CODE_WRONG')
  expect(codeOf(await agree('demo-villager', { code }))).toBe('ok')
  await cloud.emulator.clock.advance(31 * 60_000)
  expect(codeOf(await agree('demo-villager-129', { code }))).toBe('CODE_WRONG')
})

test('an agent agrees to nothing in somebody’s name; the informant takes down the word of who has no phone', async () => {
  expect(codeOf(await agree('child', { personId: 'person-1-4' }, mother))).toBe('FORBIDDEN')
  expect(codeOf(await agree(INFORMANT, { personId: 'person-1-1' }, 'person-1-4'))).toBe('ok')
  expect(personIn(cloud, 'person-1-4').agents).toEqual(['person-1-1'])
  expect(codeOf(await agree(INFORMANT, { personId: 'person-2-1' }, 'person-2-2'))).toBe('FORBIDDEN')
})

test('what was agreed is taken back, and at the next call it is', async () => {
  const mine = () => cloud.ask('child', 'dividend.mine', {}, { actFor: mother })
  expect(codeOf(await mine())).toBe('ok')
  expect(codeOf(await cloud.ask('demo-villager', 'identity.withdrawAgreement', { personId: child }))).toBe(
    'ok',
  )
  expect(codeOf(await mine())).toBe('FORBIDDEN')
  expect(codeOf(await cloud.ask('demo-villager', 'identity.withdrawAgreement', { personId: child }))).toBe(
    'NOT_AGENT',
  )
  expect(personIn(cloud, mother).agreements?.map(({ personId }) => personId)).toEqual([neighbour])
})

test('two agreements at the same moment are both kept', async () => {
  const answers = await Promise.all([
    agree('demo-villager', { personId: child }),
    agree('demo-villager', { personId: 'person-1-1' }),
  ])
  expect(answers.map(codeOf)).toEqual(['ok', 'ok'])
  expect(personIn(cloud, mother).agents?.sort()).toEqual(['person-1-1', child, neighbour].sort())
})
