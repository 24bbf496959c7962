import { readSheet } from 'read-excel-file/node'
import type { AuditDocument } from '../../cloudfunctions/areas/audit/documents'
import type { Input } from '../../contract'
import type { ExportedFile } from '../../contract/export'
import { type Cloud, startCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const bytesOf = async ({ url }: ExportedFile) => Buffer.from(await (await fetch(url)).arrayBuffer())
const tableOf = async (file: ExportedFile) => readSheet(await bytesOf(file))
const VILLAGE = '519921100200'

test('the people of a search, as another program reads them: phones whole and as text, no identity number', async () => {
  const file = await cloud.must('demo-bureau', 'export.people', { region: VILLAGE })
  expect(file.name).toMatch(/^云岭县-人员-\d{8}\.xlsx$/)
  const [headings, ...rows] = await tableOf(file)
  expect(headings).toEqual(['姓名', '地址', '户主', '与户主关系', '出生年份', '电话', '有没有微信'])
  expect(rows).toHaveLength(file.rows)
  const there = cloud.emulator.store.find('people', { village: VILLAGE }, 1000)
  expect(rows.map(([name]) => name).sort()).toEqual(there.map(({ name }) => name).sort())
  expect(rows).toContainEqual(expect.arrayContaining(['19900000001']))
})

test('filtered as on screen', async () => {
  const file = await cloud.must('demo-informant', 'export.people', { words: '王秀英' })
  expect((await tableOf(file)).slice(1).map(([name]) => name)).toEqual(['王秀英'])
  const nothing = await cloud.must('demo-bureau', 'export.people', { words: '没有这个人' })
  expect([nothing.rows, (await tableOf(nothing)).length]).toEqual([0, 1])
})

test('an administrator, who need not call anybody, gets phones masked', async () => {
  const file = await cloud.must('demo-admin', 'export.people', { region: VILLAGE })
  const phones = (await tableOf(file)).flatMap((row) =>
    row.filter((cell) => /^1\d\d\*{4}/.test(String(cell))),
  )
  expect(phones.length).toBeGreaterThan(0)
  expect(JSON.stringify(await tableOf(file))).not.toMatch(/\b1\d{10}\b/)
})

test('what kind of household it is, is in nobody’s file but the officials’', async () => {
  const [own] = await tableOf(await cloud.must('demo-informant', 'export.households', {}))
  expect(own).not.toContain('帮扶户')
  const [official] = await tableOf(await cloud.must('demo-cadre', 'export.households', {}))
  expect(official).toContain('帮扶户')
})

test('what looks like a formula is a text', async () => {
  const { questionId } = await cloud.must('demo-villager', 'consultation.ask', {
    subject: 'plum',
    text: '=HYPERLINK("http://example.invalid")',
  })
  const file = await cloud.must('demo-bureau', 'export.questions', { state: 'waiting' })
  const rows = await tableOf(file)
  expect(rows.flat()).toContain('=HYPERLINK("http://example.invalid")')
  expect(questionId).toBeTruthy()
})

test('who took what away is in the log, and reading the log is as well', async () => {
  await cloud.must('demo-cooperative', 'export.dividendItems', { state: 'due' })
  await cloud.timer()
  const lines = () =>
    cloud.emulator.store.find('audit', { 'about.kind': 'export' } as never, 100) as unknown as AuditDocument[]
  expect(lines()).toContainEqual(
    expect.objectContaining({
      operation: 'export.dividendItems',
      who: expect.objectContaining({ openid: 'demo-cooperative' }),
      reason: expect.stringContaining('待确认'),
      about: expect.objectContaining({ name: expect.stringMatching(/^\d{4}年分红 \d+ 行$/) }),
    }),
  )
  const [headings, ...rows] = await tableOf(await cloud.must('demo-bureau', 'export.audit', {}))
  expect(headings?.slice(0, 2)).toEqual(['时间', '谁'])
  expect(rows.length).toBeGreaterThan(0)
  await cloud.timer()
  expect(lines().map(({ operation }) => operation)).toContain('export.audit')
})

test('the same request again gets the same address, and is one line of the log', async () => {
  const ask = () =>
    cloud.ask('demo-bureau', 'export.experts', { field: 'herb' }, { requestId: 'export-experts-1' })
  const [first, second] = [await ask(), await ask()]
  expect(first).toMatchObject({ ok: true })
  expect(second).toEqual(first)
})

test('after twenty in an hour it says when to come back', async () => {
  const input: Input<'export.households'> = { words: 'x' }
  const answers = []
  for (let n = 0; n <= 20; n++) answers.push(await cloud.ask('demo-informant', 'export.households', input))
  expect(answers.filter((answer) => !answer.ok && answer.error.code === 'TOO_OFTEN').length).toBeGreaterThan(
    0,
  )
})

test('12,000 rows go through the function’s memory page by page', async () => {
  const [model] = cloud.emulator.store.find('people', { _id: 'person-1-1' })
  cloud.emulator.store.insertMany(
    'people',
    Array.from({ length: 12_000 }, (_, n) => {
      const _id = `many-${String(n).padStart(5, '0')}`
      return { ...model, _id, order: `519921120999/${_id}`, village: '519921120999', search: ['*'] } as never
    }),
  )
  const file = await cloud.must('demo-bureau', 'export.people', { region: '519921120999' })
  expect(file.rows).toBe(12_000)
  expect(await tableOf(file)).toHaveLength(12_001)
}, 120_000)

test('what is held about oneself can be kept: a sheet for each kind, nobody’s name in the file’s', async () => {
  const file = await cloud.must('demo-villager', 'export.mine', {})
  expect(file.name).toMatch(/^关于我的信息-\d{8}\.xlsx$/)
  const bytes = await bytesOf(file)
  expect(await readSheet(bytes, '我')).toContainEqual(['姓名', '王秀英'])
  expect((await readSheet(bytes, '分红')).length).toBeGreaterThan(1)
})

test('a class’s list is for who plans it, as its page is', async () => {
  const file = await cloud.must('demo-bureau', 'export.enrolments', { classId: 'class-past-1' })
  const rows = await tableOf(file)
  expect(rows[0]?.slice(0, 4)).toEqual(['培训班', '姓名', '村', '报名'])
  expect(rows).toHaveLength(file.rows + 1)
  expect(rows.slice(1).every((row) => ['已到', '没到', '已报名', '已取消'].includes(String(row[3])))).toBe(
    true,
  )
  expect(await cloud.ask('demo-bureau', 'export.enrolments', { classId: 'nothing' })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
})

test('who took a list away is found in the log, by whom and by act', async () => {
  await cloud.must('demo-informant', 'export.people', { words: '王秀英' })
  await cloud.timer()
  const { entries } = await cloud.must('demo-bureau', 'audit.search', { operation: 'export.people' })
  expect(entries[0]).toMatchObject({ operation: 'export.people', about: { kind: 'export' } })
  const mine = await cloud.must('demo-informant', 'audit.mine', {})
  expect(mine.entries.map(({ what }) => what)).toContain('导出人员名单')
})
