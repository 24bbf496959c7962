import { strToU8, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import { type Cloud, startCloud } from './cloud'
import { headOf, imported, type Line, previewed, uploadFile, uploadTable } from './tables'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const BUREAU = 'demo-bureau'
const readFrom = async (bytes: Uint8Array) =>
  cloud.ask(BUREAU, 'import.preview', {
    kind: 'villages',
    fileID: await uploadFile(cloud, BUREAU, bytes),
  })

test.each([
  ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'FILE_OLD_XLS', '另存为 .xlsx'],
  ['a .csv', Buffer.from('编码,名称\n519921190,新乡'), 'FILE_CSV', '另存为 .xlsx'],
  ['a picture', Buffer.from('89504e470d0a1a0a00000000', 'hex'), 'FILE_NOT_XLSX', '模板'],
  ['more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, 'PK'), 'FILE_TOO_BIG', '拆成几个'],
  [
    'a zip bomb',
    zipSync({
      'xl/workbook.xml': strToU8('<a/>'),
      'xl/sharedStrings.xml': new Uint8Array(80_000_000).fill(32),
    }),
    'FILE_TOO_MUCH',
    '模板',
  ],
])('%s is refused with a sentence that says what to do', async (_, bytes, code, words) => {
  expect(await readFrom(bytes)).toMatchObject({ error: { code, message: expect.stringContaining(words) } })
})

test('a table without the headings is refused, and those that are missing are named', async () => {
  const bytes = await writeExcelFile([[{ value: '编码' }], [{ value: '519921190' }]]).toBuffer()
  expect(await readFrom(bytes)).toMatchObject({
    error: { code: 'COLUMNS_MISSING', message: expect.stringContaining('“名称”') },
  })
})

test('somebody else’s upload is refused', async () => {
  const fileID = await uploadTable(cloud, 'demo-villager', 'villages', [{ code: '519921190', name: '新乡' }])
  expect(await cloud.ask(BUREAU, 'import.preview', { kind: 'villages', fileID })).toMatchObject({
    error: { code: 'FILE_MISSING', message: expect.stringContaining('文件') },
  })
})

test('a template has the county’s villages to choose from; filled in by another program, it is read', async () => {
  const { url, name } = await cloud.must(BUREAU, 'import.template', { kind: 'households' })
  expect(name).toBe('农户-导入模板.xlsx')
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  const [headings, example, ...more] = await readSheet(bytes)
  expect(headings?.slice(0, 3)).toEqual(['村*', '户主姓名*', '户主身份证号'])
  expect(more).toEqual([])
  const lists = await readSheet(bytes, '清单')
  expect(lists).toHaveLength(64)
  const [village] = lists[0] as string[]
  const filled = await writeExcelFile(
    [headings, example, [village, '周新户', null, 1970]].map((row) =>
      row!.map((value) => (value === null ? null : { value: value as string | number })),
    ),
  ).toBuffer()
  const fileID = await uploadFile(cloud, BUREAU, filled)
  const { importId, counts } = await cloud.must(BUREAU, 'import.preview', { kind: 'households', fileID })
  expect(counts).toMatchObject({ rows: 1, new: 1 })
  const { problems } = await cloud.must(BUREAU, 'import.get', { importId })
  expect(problems.map(({ sentence }) => sentence)).toEqual(['模板里的示例行已经跳过，没有导入。'])
})

test('what was handed out is removed after some hours, an import’s rows after a month', async () => {
  await cloud.must(BUREAU, 'import.template', { kind: 'people' })
  await imported(cloud, BUREAU, 'villages', [{ code: '519921191', name: '又一乡' }])
  const left = () =>
    ['temporaryFiles', 'importChunks', 'importRows'].map(
      (name) => cloud.emulator.store.find(name, {}, 1000).length,
    )
  expect(left().every((count) => count > 0)).toBe(true)
  for (const name of ['temporaryFiles', 'importChunks', 'importRows'])
    await cloud.emulator.store.handle('database.modifyDocument', {
      collectionName: name,
      query: '{}',
      queryType: 'WHERE',
      multi: true,
      data: JSON.stringify({
        $set: { removeAt: '2020-01-01T00:00:00.000Z', forgetAt: '2020-01-01T00:00:00.000Z' },
      }),
    })
  await cloud.timer()
  expect(left()).toEqual([0, 0, 0])
})

test('10,000 rows: read and compared within the function’s memory, every problem on some page', async () => {
  const heads = Array.from({ length: 50 }, (_, n) => headOf(cloud, n + 1))
  const lines: Line[] = Array.from({ length: 10_000 }, (_, n) => {
    const head = heads[n % heads.length]!
    const name = `长${String.fromCharCode(0x4e00 + (n % 5000))}${n < 5000 ? '甲' : '乙'}`
    const wrong = n % 1000 === 7
    return {
      ...{ village: head.village, headName: head.name, name, relation: '子女' },
      ...{ birthYear: wrong ? '去年' : '1990', phone: `199${String(n).padStart(8, '0')}` },
    }
  })
  const ready = await previewed(cloud, BUREAU, 'people', lines)
  expect(ready).toMatchObject({ state: 'ready', counts: { rows: 10_000, new: 9990, wrong: 10 } })
  const rows: number[] = []
  let cursor: string | undefined
  do {
    const page = await cloud.must(BUREAU, 'import.get', {
      importId: ready.importId,
      ...(cursor ? { cursor } : {}),
    })
    rows.push(...page.problems.map(({ row }) => row))
    cursor = page.next
  } while (cursor)
  expect(rows).toEqual(Array.from({ length: 10 }, (_, n) => 1000 * n + 9))
  // Writing goes on in pieces, and says how far it is.
  const begun = await cloud.must(BUREAU, 'import.confirm', { importId: ready.importId })
  expect(begun).toMatchObject({ state: 'writing', total: 10_000 })
  expect(begun.done).toBeLessThan(10_000)
}, 120_000)
