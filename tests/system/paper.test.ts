import { strFromU8, unzipSync } from 'fflate'
import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import { readSheet } from 'read-excel-file/node'
import type { TrainingClass } from '../../cloudfunctions/areas/training/documents'
import { classOfScene } from '../../contract/training/class-scene'
import { begunWith, changed } from './certificate-class'
import { type Cloud, startCloud } from './cloud'
import { publishedClass } from './training-desk'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const bytesOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())
/** Rows of a Word document's table, and what stands before it. */
async function wordOf(url: string) {
  const parts = unzipSync(await bytesOf(url))
  const xml = strFromU8(parts['word/document.xml']!)
  const textOf = (part: string) =>
    [...part.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')
  const [before = ''] = xml.split('<w:tbl>')
  const rows = xml
    .split('<w:tr>')
    .slice(1)
    .map((row) => row.split('<w:tc>').slice(1).map(textOf))
  return { before: textOf(before), rows, xml }
}
const NAME = '𬭎䶮·堃㛃'

test('a sheet to sign, in Word: by village, with names of rare characters, lines to spare, and the heading on each page', async () => {
  const classId = begunWith(cloud, {
    'person-2-1': 'enrolled',
    'person-1-1': 'attended',
    'person-3-1': 'cancelled',
  })
  const [training] = cloud.emulator.store.find('classes', { _id: classId }) as unknown as [TrainingClass]
  const [only] = training.sessions
  changed(cloud, 'classes', classId, { sessions: ['s1', 's2'].map((id) => ({ ...only, id })) })
  changed(cloud, 'enrolments', `${classId}:person-1-1`, { personName: NAME })
  const sheet = await cloud.must('demo-bureau', 'training.signInSheet', {
    classId,
    session: 's1',
    format: 'word',
  })
  expect(sheet.rows).toBe(2)
  expect(sheet.name).toMatch(/^签到表-高山蔬菜育苗-第1次-\d{8}\.docx$/)
  const other = await cloud.must('demo-bureau', 'training.signInSheet', {
    classId,
    session: 's2',
    format: 'excel',
  })
  expect(other.name).toMatch(/^签到表-高山蔬菜育苗-第2次-\d{8}\.xlsx$/)
  // What is printed says by itself what it is, when and where.
  const [title, time, place, , , heading, first] = await readSheet(await bytesOf(other.url))
  expect(title?.[0]).toBe('高山蔬菜育苗签到表')
  expect(time?.[0]).toMatch(/^时间：\d{4} 年 .*（第2次课，共 \d 次）$/)
  expect(place?.[0]).toMatch(/^地点：./)
  expect(heading).toEqual(['序号', '姓名', '村', '签名', '备注'])
  expect(first?.[1]).toBe(NAME)
  const { before, rows, xml } = await wordOf(sheet.url)
  expect(before).toContain('高山蔬菜育苗签到表')
  expect(before).toContain('应到 2 人')
  // It is kept: the day, not 昨天.
  expect(before).toMatch(/时间：\d{4} 年 \d+ 月 \d+ 日 周[日一二三四五六] \d+:\d\d 至 /)
  expect(rows[0]).toEqual(['序号', '姓名', '村', '签名', '备注'])
  expect(rows[1]?.[1]).toBe(NAME)
  expect(rows).toHaveLength(1 + 2 + 8)
  expect(xml).toContain('<w:tblHeader/>')
  expect(xml).toContain('<w:cantSplit/>')
})

test('what kind of household somebody is, and telephones, are on no paper', async () => {
  const household = cloud.emulator.store.find('households', { assisted: true }, 1)[0] as unknown as {
    headId: string
  }
  const classId = begunWith(cloud, { [household.headId]: 'enrolled' })
  for (const format of ['word', 'excel'] as const)
    for (const { url } of [
      await cloud.must('demo-bureau', 'training.signInSheet', { classId, session: 's1', format }),
      await cloud.must('demo-bureau', 'training.rosterSheet', { classId, format }),
    ]) {
      const all = Object.values(unzipSync(await bytesOf(url)))
        .map((part) => strFromU8(part))
        .join('')
      expect(all).not.toMatch(/帮扶|脱贫|监测|贫困|assisted|1\d{10}\b/)
    }
})

test('a roster, in Excel, has a column for each question, and what looks like a formula is a text', async () => {
  const classId = await publishedClass(cloud, {
    questions: [
      { id: 'food', label: '吃什么', kind: 'choice', options: ['米饭', '清真'], required: true },
      { id: 'stay', label: '住不住', kind: 'yesNo', required: true },
    ],
  })
  await cloud.must('demo-villager-5', 'training.enrol', {
    classId,
    answers: [
      { question: 'food', value: '清真' },
      { question: 'stay', value: true },
    ],
  })
  changed(cloud, 'enrolments', `${classId}:person-5-1`, { personName: '=1+1' })
  const { url } = await cloud.must('demo-bureau', 'training.rosterSheet', { classId, format: 'excel' })
  const [heading, ...rows] = await readSheet(await bytesOf(url))
  expect(heading).toEqual(['序号', '姓名', '村', '吃什么', '住不住', '备注'])
  expect(rows).toHaveLength(1)
  expect(rows[0]?.slice(1, 5)).toEqual(['=1+1', expect.any(String), '清真', '是'])
})

test('five thousand people fit into the function’s memory, in either format', async () => {
  const classId = begunWith(cloud, { 'person-1-1': 'enrolled' })
  const [model] = cloud.emulator.store.find('enrolments', { classId })
  cloud.emulator.store.insertMany(
    'enrolments',
    Array.from({ length: 4999 }, (_, n) => ({
      ...model,
      _id: `${classId}:nobody-${n}`,
      personId: `nobody-${n}`,
    })),
  )
  for (const format of ['word', 'excel'] as const) {
    const sheet = await cloud.must('demo-bureau', 'training.signInSheet', { classId, session: 's1', format })
    expect(sheet.rows).toBe(5000)
  }
}, 120_000)

test('who does not plan a class gets no paper of it', async () => {
  const classId = begunWith(cloud, {}, { teachers: [] })
  const asked = await cloud.ask('demo-expert', 'training.rosterSheet', { classId, format: 'word' })
  expect(asked).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
})

test('the code of a notice opens the class, and no draft has one', async () => {
  const classId = await publishedClass(cloud)
  const { picture } = await cloud.must('demo-informant', 'training.classCode', { classId })
  const { data, width, height } = PNG.sync.read(Buffer.from(picture.split(',')[1]!, 'base64'))
  const scene = new URLSearchParams(jsqr(new Uint8ClampedArray(data), width, height)?.data.split('?')[1]).get(
    'scene',
  )
  expect(classOfScene(scene ?? '')).toBe(classId)
  const draft = begunWith(cloud, {}, { state: 'draft' })
  expect(await cloud.ask('demo-informant', 'training.classCode', { classId: draft })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
})

test('nobody is asked to come to a class that is over, called off or put off: it is said why there is no notice', async () => {
  const asked = async (classId: string) => {
    const answer = await cloud.ask('demo-informant', 'training.classCode', { classId })
    return answer.ok ? 'ok' : answer.error.message
  }
  expect(await asked(begunWith(cloud, {}, { state: 'finished' }))).toBe('这个班结束了，不用再贴通知。')
  // Its dates are over, though nobody has closed it.
  expect(await asked(begunWith(cloud, {}))).toBe('这个班结束了，不用再贴通知。')
  expect(await asked(begunWith(cloud, {}, { state: 'cancelled' }))).toBe('这个班取消了，不用再贴通知。')
  expect(await asked(begunWith(cloud, {}, { state: 'postponed' }))).toBe('这个班推迟了，时间定了再来做海报。')
})
