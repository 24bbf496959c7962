import type { Account } from '../../cloudfunctions/areas/identity/documents'
import type { Household, Person } from '../../cloudfunctions/areas/registry/documents'
import { type Cloud, startCloud } from './cloud'
import { finish, headOf, imported, type Line, newMembers, previewed, uploadFile } from './tables'

let cloud: Cloud
let asPlanted: string
beforeAll(async () => {
  cloud = await startCloud()
  const [county] = cloud.emulator.store.find('accounts', { _id: 'demo-bureau' }) as unknown as Account[]
  const roles = [{ role: 'bureau', scope: '519921100', scopeName: '乡' }]
  cloud.emulator.store.insertMany('accounts', [
    { ...county, _id: 'demo-township', personId: 'person-township', roles } as never,
  ])
  asPlanted = await cloud.emulator.snapshot()
})
afterEach(() => cloud.emulator.restore(asPlanted))
afterAll(() => cloud.close())

const BUREAU = 'demo-bureau'
/** A number that is right, for each n. */
const numberOf = (n: number): string => {
  const first = `519921199${n % 10}0101${String(100 + n).slice(0, 3)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first[index]), 0)
  return first + '10X98765432'[sum % 11]
}
const find = <T>(name: string, filter: object) =>
  cloud.emulator.store.find(name, filter as never, 20_000) as unknown as T[]
const counts = (over: object) => ({
  ...{ rows: 0, new: 0, changed: 0, same: 0, wrong: 0, written: 0, refused: 0, undone: 0, kept: 0 },
  ...over,
})
const problems = async (importId: string, openid = BUREAU) =>
  (await cloud.must(openid, 'import.get', { importId })).problems.map(
    ({ row, column = '', sentence }) => `${row}${column} ${sentence}`,
  )
const village = () => headOf(cloud, 1).village!

const TABLES: Record<string, () => Line[]> = {
  villages: () => [
    { code: '519921190', name: '新立乡' },
    { code: '519921190201', name: '新立村' },
  ],
  households: () => [
    { village: village(), headName: '赵新户', identity: numberOf(1), phone: '19900007001', address: '7 组' },
    { village: village(), headName: '钱新户', birthYear: '1970', assisted: '是' },
  ],
  people: () => newMembers(cloud, 3).map((line, n) => ({ ...line, identity: numberOf(n), birthYear: '' })),
  informants: () => [
    { village: village(), name: '孙新员', phone: '19900007002', birthYear: '1985', until: '2099-12-31' },
  ],
  experts: () => [
    {
      ...{ name: '李新专', phone: '19900007003', place: '农业大学', title: '教授', fields: '特色水果' },
      ...{ crops: '李子', introduction: '修剪', mayCall: '是', birthYear: '1965' },
    },
  ],
  contracts: () => {
    const head = headOf(cloud, 20)
    return [
      {
        ...{ number: 'DY-TEST-1', village: head.village, headName: head.name },
        ...{ cooperative: '云岭县藏香猪养殖专业合作社', company: '云岭生态畜牧有限公司' },
        ...{ startsOn: '2026-07-01', termYears: '3', principal: '10000', annual: '1000' },
        ...{ premium: '216', cover: '200000', animals: '能繁母猪 1 头', payBy: '12-20' },
      },
    ]
  },
}
const ROWS: Record<string, number> = {
  villages: 2,
  households: 2,
  people: 3,
  informants: 1,
  experts: 1,
  contracts: 1,
}

test.each(Object.keys(TABLES) as ('people' | 'experts')[])(
  '%s: nothing is written before it is confirmed, the same file again changes nothing, and it can be taken back',
  async (kind) => {
    const lines = TABLES[kind]!()
    const rows = ROWS[kind]!
    const stored = () =>
      ['people', 'households', 'regions', 'experts', 'rearingContracts', 'dividendItems', 'accounts'].map(
        (name) => find<{ archived?: object }>(name, {}).filter(({ archived }) => !archived).length,
      )
    const before = stored()
    const preview = await previewed(cloud, BUREAU, kind, lines)
    expect([await problems(preview.importId), preview]).toMatchObject([
      [],
      { state: 'ready', counts: counts({ rows, new: rows }) },
    ])
    expect(stored()).toEqual(before)
    const { importId } = preview
    const done = await finish(cloud, BUREAU, await cloud.must(BUREAU, 'import.confirm', { importId }))
    expect(done).toMatchObject({ state: 'done', mayUndo: true, counts: { written: rows, refused: 0 } })
    expect(stored()).not.toEqual(before)

    const after = JSON.stringify(stored())
    const again = await imported(cloud, BUREAU, kind, lines)
    expect([await problems(again.importId), again.counts]).toEqual([[], counts({ rows, same: rows })])
    expect(JSON.stringify(stored())).toBe(after)

    const undone = await finish(cloud, BUREAU, await cloud.must(BUREAU, 'import.undo', { importId }))
    expect(undone).toMatchObject({ state: 'undone', counts: { undone: rows, kept: 0 } })
    expect(stored()).toEqual(before)

    // What was taken back can be brought again.
    const third = await imported(cloud, BUREAU, kind, lines)
    expect([await problems(third.importId), third.counts]).toMatchObject([[], { new: rows, written: rows }])
    expect(JSON.stringify(stored())).toBe(after)
  },
)

test('a household comes with its head, found by a search, and by the audit log', async () => {
  await imported(cloud, BUREAU, 'households', TABLES.households!())
  const [household] = find<Household>('households', { headName: '赵新户' })
  const [head] = find<Person>('people', { _id: household?.headId })
  expect(household).toMatchObject({ village: village(), address: '7 组', assisted: false, version: 1 })
  expect(head).toMatchObject({
    isHead: true,
    relation: '户主',
    phone: '19900007001',
    householdId: household?._id,
  })
  expect(head?.search).toEqual(expect.arrayContaining(['赵新户', 'zxh', '7001']))
  expect(find('audit', { 'about.id': household?._id })).toMatchObject([
    {
      operation: 'import.confirm',
      who: { name: expect.any(String) },
      reason: expect.stringContaining('第 2 行'),
    },
  ])
})

test('an identity number is nowhere to be read: not in the chunks, the people, the log, nor the file itself', async () => {
  const lines = TABLES.people!()
  const fileID = await uploadFile(cloud, BUREAU, (await import('./tables')).tableOf('people', lines))
  const { importId } = await cloud.must(BUREAU, 'import.preview', { kind: 'people', fileID })
  await finish(cloud, BUREAU, await cloud.must(BUREAU, 'import.confirm', { importId }))
  for (const { name } of cloud.emulator.store.collections()) {
    const all = JSON.stringify(find(name, {}))
    for (const { identity } of lines) expect([name, all.includes(String(identity))]).toEqual([name, false])
  }
  expect(find<Person>('people', { name: '新添一' })[0]).toMatchObject({
    identity: { key: 'demo' },
    identityHash: expect.any(String),
    matchHash: expect.any(String),
    birthYear: 1990,
  })
  // Read again, it is not there any more.
  expect(await cloud.ask(BUREAU, 'import.preview', { kind: 'people', fileID })).toMatchObject({
    error: { code: 'FILE_MISSING' },
  })
})

test('whoever has WeChat is changed with their account; an empty cell leaves what is there', async () => {
  const head = headOf(cloud, 1)
  const line = { village: head.village, headName: head.name, name: head.name, relation: '户主' }
  expect((await imported(cloud, BUREAU, 'people', [line])).counts).toMatchObject({ same: 1 })
  await imported(cloud, BUREAU, 'informants', [
    { village: head.village, name: head.name, phone: '19900007009', until: '2099-01-01' },
  ])
  expect(headOf(cloud, 1)).toMatchObject({ phone: '19900007009', birthYear: head.birthYear, isHead: true })
  const roles = [{ role: 'villager' }, { role: 'informant', scope: head.village, until: '2099-01-01' }]
  expect(find<Account>('accounts', { _id: head.openid })[0]).toMatchObject({ roles })
})

test('rows out of reach, and what only a person can decide, are problems', async () => {
  const [mine, other] = [headOf(cloud, 1), headOf(cloud, 2)]
  await imported(cloud, BUREAU, 'people', [
    { village: mine.village, headName: mine.name, name: '新添一', relation: '子女', identity: numberOf(1) },
    { village: other.village, headName: other.name, name: '新添二', relation: '子女', identity: numberOf(2) },
  ])
  const at = { village: mine.village, headName: mine.name, relation: '子女' }
  const { importId, counts } = await previewed(cloud, 'demo-township', 'people', [
    { village: other.village, headName: other.name, name: '外乡人', relation: '子女', birthYear: '1990' },
    { ...at, headName: '没这户', name: '新添三', birthYear: '1990' },
    { ...at, name: '改了名', identity: numberOf(1) },
    { ...at, name: '新添二', identity: numberOf(2) },
    { ...at, name: '没生日' },
    { ...at, name: '新添一', relation: '户主', birthYear: '1991' },
  ])
  expect(counts).toMatchObject({ rows: 6, wrong: 6, new: 0 })
  expect(await problems(importId, 'demo-township')).toEqual([
    '2A 这个村不在您负责的范围里。请交给县里导入。',
    '3B 这个村没有户主叫“没这户”的户。请先导入农户，再导入人员。',
    '4C 这个身份证号登记的是另一个姓名。改姓名请在登记册里改。',
    '5B 这个人登记在另一户。要搬过来请在登记册里办。',
    '6 登记册里还没有这个人，身份证号和出生年份至少要填一个。',
    expect.stringMatching(/^7D /),
  ])
  expect(await cloud.ask('demo-township', 'import.template', { kind: 'experts' })).toMatchObject({
    error: { code: 'FORBIDDEN', message: expect.stringContaining('县科技局') },
  })
})

test('an import is another operator’s too where they hold its region, and nobody else’s', async () => {
  const theirs = await previewed(cloud, 'demo-township', 'people', newMembers(cloud, 1))
  const ours = await previewed(cloud, BUREAU, 'people', newMembers(cloud, 1))
  expect((await cloud.must(BUREAU, 'import.list', {})).imports.map(({ importId }) => importId)).toEqual([
    ours.importId,
    theirs.importId,
  ])
  expect((await cloud.must('demo-township', 'import.list', {})).imports).toHaveLength(1)
  expect(await cloud.ask('demo-township', 'import.confirm', { importId: ours.importId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
  expect(await cloud.must(BUREAU, 'import.confirm', { importId: theirs.importId })).toMatchObject({
    state: 'done',
  })
})

test('what somebody changed between preview and confirmation is not written over, and named', async () => {
  const { importId } = await previewed(cloud, BUREAU, 'people', newMembers(cloud, 2))
  // The household is archived meanwhile.
  await cloud.emulator.store.handle('database.modifyDocument', {
    collectionName: 'households',
    query: JSON.stringify({ _id: 'household-1' }),
    queryType: 'DOC',
    data: JSON.stringify({ $set: { archived: { at: '2026-01-01', reason: '搬走' } } }),
  })
  const done = await cloud.must(BUREAU, 'import.confirm', { importId })
  expect(done).toMatchObject({ state: 'done', counts: { written: 0, refused: 2 }, mayUndo: false })
  expect(await problems(importId)).toEqual([
    '2B 没有写入：这一户已经归档了。请在登记册里看看。',
    '3B 没有写入：这一户已经归档了。请在登记册里看看。',
  ])
})

test('undoing keeps rows that somebody has changed, or that others refer to, and names them', async () => {
  const { importId } = await imported(cloud, BUREAU, 'people', newMembers(cloud, 3))
  const [one, two] = ['新添一', '新添二'].map((name) => find<Person>('people', { name })[0]!)
  // One has signed up for a class, the other has got a telephone.
  await cloud.must('demo-informant', 'training.enrol', { classId: 'class-open-3' }, one!._id)
  await imported(cloud, BUREAU, 'people', [{ ...newMembers(cloud, 2)[1], phone: '19900007111' }])
  const undone = await finish(cloud, BUREAU, await cloud.must(BUREAU, 'import.undo', { importId }))
  expect(undone).toMatchObject({ state: 'undone', counts: { undone: 1, kept: 2 } })
  expect(await problems(importId)).toEqual([
    '2 “新添一”导入以后有人改过或者用过，没有撤销。',
    '3 “新添二”导入以后有人改过或者用过，没有撤销。',
  ])
  const archived = ['新添一', '新添二', '新添三'].map(
    (name) => !!find<Person>('people', { name })[0]?.archived,
  )
  expect(archived).toEqual([false, false, true])
  expect(find<Person>('people', { _id: two!._id })[0]).toMatchObject({ phone: '19900007111' })
})

test('what was kept because a later table used it is undone once that one is', async () => {
  const households = await imported(cloud, BUREAU, 'households', [
    { village: village(), headName: '钱后撤', birthYear: '1970', address: '3 组' },
  ])
  const members = await imported(cloud, BUREAU, 'people', [
    { village: village(), headName: '钱后撤', name: '钱小撤', relation: '子女', birthYear: '2001' },
  ])
  const undo = async (importId: string) =>
    finish(cloud, BUREAU, await cloud.must(BUREAU, 'import.undo', { importId }))
  const too = { state: 'undone', counts: { undone: 0, kept: 1 }, mayUndo: true }
  expect(await undo(households.importId)).toMatchObject(too)
  // As long as they are used, again and again.
  expect(await undo(households.importId)).toMatchObject(too)
  expect(await problems(households.importId)).toHaveLength(1)
  await undo(members.importId)
  const done = { state: 'undone', counts: { undone: 1, kept: 0 }, mayUndo: false }
  expect(await undo(households.importId)).toMatchObject(done)
  expect(await problems(households.importId)).toEqual([])
  expect(find<Household>('households', { headName: '钱后撤' })[0]?.archived).toBeDefined()
  expect(await undo(households.importId)).toMatchObject(done)
})

test('a row with a bad cell is also told that its household is missing', async () => {
  const row = { village: village(), headName: '没登记', name: '没登记儿', relation: '子女' }
  const { importId } = await previewed(cloud, BUREAU, 'people', [
    { ...row, birthYear: '很久以前' },
    { ...row, name: '没登记女', birthYear: '２００１' },
  ])
  expect(await problems(importId)).toEqual([
    expect.stringMatching(/^2.*年/),
    '2B 这个村没有户主叫“没登记”的户。请先导入农户，再导入人员。',
    expect.stringMatching(/^3.*有全角的字符，已经改成半角。/),
    '3B 这个村没有户主叫“没登记”的户。请先导入农户，再导入人员。',
  ])
})

test('undoing a change puts back what was there before', async () => {
  const before = headOf(cloud, 3)
  const { importId } = await imported(cloud, BUREAU, 'households', [
    { village: before.village, headName: before.name, phone: '19900007222', address: '9 组' },
  ])
  expect(headOf(cloud, 3)).toMatchObject({ phone: '19900007222' })
  await finish(cloud, BUREAU, await cloud.must(BUREAU, 'import.undo', { importId }))
  const { version: _, ...restored } = headOf(cloud, 3)
  expect(restored).toEqual({ ...before, version: undefined, matchHash: undefined })
  expect(find<Household>('households', { _id: 'household-3' })[0]).toMatchObject({ address: '4 组' })
})

test('confirmed by two at once and many times over, every row is written once', async () => {
  const { importId } = await previewed(cloud, BUREAU, 'people', newMembers(cloud, 10))
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => cloud.ask(BUREAU, 'import.confirm', { importId })),
  )
  const busy = answers.filter((answer) => !answer.ok && answer.error.code !== 'BUSY')
  expect(busy).toEqual([])
  const done = await finish(cloud, BUREAU, await cloud.must(BUREAU, 'import.proceed', { importId }))
  expect(done).toMatchObject({ state: 'done', counts: { written: 10, refused: 0 } })
  for (const { name } of newMembers(cloud, 10)) {
    const people = find<Person>('people', { name })
    expect(people).toMatchObject([{ version: 1 }])
    expect(find('audit', { 'about.id': people[0]?._id })).toHaveLength(1)
  }
})

test('an import cannot be confirmed before it is ready, nor undone before it is done', async () => {
  const { importId } = await previewed(cloud, BUREAU, 'people', newMembers(cloud, 1))
  expect(await cloud.ask(BUREAU, 'import.undo', { importId })).toMatchObject({
    error: { code: 'IMPORT_NOT_DONE' },
  })
  await finish(cloud, BUREAU, await cloud.must(BUREAU, 'import.confirm', { importId }))
  await finish(cloud, BUREAU, await cloud.must(BUREAU, 'import.undo', { importId }))
  expect(await cloud.ask(BUREAU, 'import.confirm', { importId })).toMatchObject({
    error: { code: 'IMPORT_NOT_READY' },
  })
})
