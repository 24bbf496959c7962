import type { Expert } from '../../cloudfunctions/areas/expert/documents'
import type { Input } from '../../contract'
import { dayOf } from '../../contract/time'
import { type Cloud, startCloud } from './cloud'
import { uploadReceipt } from './dividend-desk'
import { BUREAU, codeOf, find, personIn, plantTownshipOperator } from './registry-world'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const expertIn = (id: string) => find<Expert>(cloud, 'experts', { _id: id })[0] as Expert
const plant = (expert: Expert) => cloud.emulator.store.insertMany('experts', [expert] as never)
const list = async (openid: string, input: Input<'expert.list'> = {}) => {
  const all = []
  for (let cursor: string | undefined; ; ) {
    const { experts, next } = await cloud.must(openid, 'expert.list', {
      ...input,
      ...(cursor ? { cursor } : {}),
    })
    all.push(...experts)
    cursor = next
    if (!cursor) return all
  }
}
const today = dayOf(Date.now())
const ask = (openid: string, expertId?: string) =>
  cloud.ask(openid, 'consultation.ask', {
    subject: 'bee',
    text: '蜂不出巢',
    ...(expertId ? { expertId } : {}),
  })
/** Who a villager of the county may ask about bees, free and alone in their own county. */
const only = (id: string, some: Partial<Expert>) => {
  const expert = {
    ...expertIn('expert-4'),
    _id: id,
    order: `519921/${id}`,
    personId: `person-of-${id}`,
    open: 0,
  }
  plant({ ...expert, leave: undefined, available: true, ...some } as Expert)
  return id
}

describe('the directory', () => {
  test('has every expert for everybody, each once, and nothing of them that is not for everybody', async () => {
    for (const openid of ['demo-visitor', 'demo-villager']) {
      const all = await list(openid)
      expect(all).toHaveLength(125)
      expect(new Set(all.map(({ expertId }) => expertId)).size).toBe(125)
      for (const expert of all) {
        expect(Object.keys(expert)).not.toEqual(expect.arrayContaining(['personId']))
        expect(expert.phone).toBe(expertIn(expert.expertId).phone)
      }
    }
  })

  test('by crop and township: who serves it, or the county', async () => {
    const found = await list('demo-villager', { crop: 'bee', township: '519921101' })
    expect(found.length).toBeGreaterThan(0)
    for (const { crops, townships } of found) {
      expect(crops).toContain('bee')
      if (townships.length > 0) expect(townships.map(({ code }) => code)).toContain('519921101')
    }
    const fruit = await list('demo-villager', { field: 'fruit' })
    expect(fruit.map(({ expertId }) => expertId).sort()).toEqual(
      find<Expert>(cloud, 'experts', { fields: 'fruit' })
        .map(({ _id }) => _id)
        .sort(),
    )
  })

  test('tells who takes no question now, and until when', async () => {
    const away = (await list('demo-villager')).filter(({ takes }) => !takes.now)
    expect(new Set(away.map(({ takes }) => takes.why))).toEqual(new Set(['leave', 'paused']))
    for (const { takes } of away) if (takes.why === 'leave') expect((takes.until ?? '') >= today).toBe(true)
  })

  test('an expert and the county’s bureau see what they may change, others do not', async () => {
    const settings = async (openid: string) =>
      (await cloud.must(openid, 'expert.get', { expertId: 'expert-1' })).settings
    for (const openid of ['demo-expert', BUREAU])
      expect(await settings(openid)).toMatchObject({ personId: 'person-expert-1' })
    for (const openid of ['demo-visitor', 'demo-villager']) expect(await settings(openid)).toBeUndefined()
    expect(await settings(plantTownshipOperator(cloud))).toBeUndefined()
  })
})

describe('saving', () => {
  const input: Input<'expert.save'> = {
    ...{ personId: 'person-61-2', title: '土专家', fields: ['livestock'], crops: ['bee'] },
    ...{ townships: ['519921101'], taking: true, maxOpen: 5 },
  }
  const save = (some: Partial<Input<'expert.save'>> = {}) =>
    cloud.ask(BUREAU, 'expert.save', { ...input, ...some })

  test('makes somebody an expert, once, with the role', async () => {
    const codes = (await Promise.all([save(), save()])).map(codeOf)
    expect(codes.sort()).toEqual(['EXPERT_ALREADY', 'ok'])
    const [expert] = find<Expert>(cloud, 'experts', { personId: 'person-61-2' })
    expect(personIn(cloud, 'person-61-2').roles).toMatchObject([{ role: 'expert', scope: expert?._id }])
    const changed = { expertId: expert?._id ?? '', version: 1, crops: [] }
    expect((await Promise.all([save(changed), save(changed)])).map(codeOf).sort()).toEqual(['STALE', 'ok'])
  })

  test('serves townships there are, in the county of the person', async () => {
    const who = { personId: 'person-62-2' }
    expect(codeOf(await save({ ...who, townships: ['519921777'] }))).toBe('NO_SUCH_REGION')
    expect(codeOf(await save({ ...who, personId: 'person-archived-1' }))).toBe('ARCHIVED')
  })

  test('an expert’s own page: words are looked at, a photo is theirs and waits for WeChat, what is left out goes', async () => {
    const set = (some: Partial<Input<'expert.setMine'>>) =>
      cloud.ask('demo-expert', 'expert.setMine', { taking: true, maxOpen: 20, ...some })
    const photo = await uploadReceipt(cloud, 'demo-expert')
    expect(codeOf(await set({ photo, introduction: '李子都可以问。', phone: '１９９ 0001 0001' }))).toBe('ok')
    const seen = (openid: string) => cloud.must(openid, 'expert.get', { expertId: 'expert-1' })
    expect(await seen('demo-villager')).toMatchObject({
      introduction: '李子都可以问。',
      phone: '19900010001',
    })
    expect(await seen('demo-villager')).not.toHaveProperty('photoUrl')
    expect((await seen('demo-expert')).settings).toMatchObject({ photo })
    await cloud.timer()
    expect(expertIn('expert-1').photos).toMatchObject([{ traceId: expect.anything() }])
    expect(codeOf(await set({ photo: await uploadReceipt(cloud, 'demo-villager') }))).toBe('FILE_NOT_YOURS')
    expect(codeOf(await set({}))).toBe('ok')
    expect(expertIn('expert-1')).toMatchObject({ introduction: '', photos: [] })
    expect(expertIn('expert-1')).not.toHaveProperty('phone')
    expect(codeOf(await set({ leave: { from: '2027-01-02', until: '2027-01-01' } }))).toBe('INVALID_INPUT')
  })
})

describe('asking', () => {
  test('a certain expert gets it, whoever else is nearer', async () => {
    const id = only('expert-asked', { fields: ['fruit'] })
    const answer = await ask('demo-villager-3', id)
    expect(answer).toMatchObject({ ok: true })
    expect(expertIn(id).open).toBe(1)
  })

  test.each<[string, Partial<Expert>, string]>([
    ['on leave', { leave: { from: today, until: '2099-01-07' } }, 'EXPERT_AWAY'],
    ['taking none', { available: false }, 'EXPERT_AWAY'],
    ['full', { open: 3, maxOpen: 3 }, 'EXPERT_FULL'],
    ['of another county', { region: '519922' }, 'EXPERT_ELSEWHERE'],
    ['archived', { archived: { at: '', reason: '' } }, 'NOT_FOUND'],
    ['oneself', { personId: 'person-3-1' }, 'NOT_FOUND'],
  ])('one who is %s is refused with a sentence', async (what, some, code) => {
    const id = only(`expert-refused-${code}-${what.length}`, some)
    const answer = await ask('demo-villager-3', id)
    expect(codeOf(answer)).toBe(code)
    if (some.leave)
      expect(answer).toMatchObject({ error: { message: expect.stringContaining('2099 年 1 月 7 日') } })
  })

  test('two for the last place of one they chose: one gets it', async () => {
    const id = only('expert-last', { open: 1, maxOpen: 2 })
    const answers = await Promise.all(
      ['demo-villager-4', 'demo-villager-5', 'demo-villager-6'].map((who) => ask(who, id)),
    )
    expect(answers.map(codeOf).sort()).toEqual(['EXPERT_FULL', 'EXPERT_FULL', 'ok'])
    expect(expertIn(id).open).toBe(2)
  })

  test('two for the last place of who is best: the other goes to the next, and nobody holds more than they will', async () => {
    const near = { fields: ['livestock' as const], townships: ['519921104'], maxOpen: 1 }
    const experts = ['expert-near-1', 'expert-near-2', 'expert-near-3'].map((id) => only(id, near))
    // Who else serves that township steps aside.
    for (const expert of find<Expert>(cloud, 'experts', { townships: '519921104' }))
      if (!experts.includes(expert._id)) plant({ ...expert, available: false })
    const askers = [5, 26, 47].map((i) => `demo-villager-${i}`)
    const answers = await Promise.all(askers.map((openid) => ask(openid)))
    expect(answers.map(codeOf)).toEqual(['ok', 'ok', 'ok'])
    expect(experts.map((id) => expertIn(id).open)).toEqual([1, 1, 1])
    expect(codeOf(await ask('demo-villager-68'))).toBe('ok')
    expect(experts.map((id) => expertIn(id).open)).toEqual([1, 1, 1])
  })
})
