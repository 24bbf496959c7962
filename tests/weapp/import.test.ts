import { readSheet } from 'read-excel-file/node'
import { headOf, tableOf } from '../system/tables'
import { callsOf, journey } from './journey'

const here = journey()

test('the bureau downloads the empty table, sends it filled in, sees what is wrong, brings in the rest, takes it back', async () => {
  const bureau = here.phone('demo-bureau')
  await bureau.open('/desk/bureau/imports/index')
  await bureau.tap('选填好的表格')
  expect(bureau.state.dialogs.at(-1)?.content).toContain('要导入什么')
  await bureau.tap('人员')
  expect(await callsOf(bureau, () => bureau.tap('下载人员的空表格'))).toEqual(['import.template'])
  const [headings] = await readSheet(Buffer.from(bureau.state.files.get('wxfile://usr/人员-导入模板.xlsx')!))
  expect(headings?.[0]).toBe('村*')

  const head = headOf(here.cloud, 1)
  const line = { village: head.village, headName: head.name, relation: '子女', birthYear: '1990' }
  const bytes = tableOf('people', [
    { ...line, name: '扎西·多吉' },
    { ...line, name: '王小明', village: '没有的村' },
  ])
  bureau.state.chatFiles.push({ name: '人员.xlsx', bytes })
  expect(await callsOf(bureau, () => bureau.tap('选填好的表格'))).toEqual(['import.preview', 'import.get'])
  expect(bureau.text()).toContain('没有“没有的村”这个村')
  expect(here.cloud.emulator.store.find('people', { name: '扎西·多吉' })).toEqual([])
  await bureau.tap('导入 1 行')
  expect(bureau.text()).toContain('都写进登记册了')
  expect(here.cloud.emulator.store.find('people', { name: '扎西·多吉' })).toHaveLength(1)
  bureau.state.modalAnswers.push(true)
  await bureau.tap('撤销这次导入')
  expect(bureau.text()).toContain('都撤销了')
  expect(here.cloud.emulator.store.find('people', { name: '扎西·多吉' })[0]).toHaveProperty('archived')
})

test('a file that is no table, or too big, is refused on the page, by its name', async () => {
  const bureau = here.phone('demo-bureau')
  await bureau.open('/desk/bureau/imports/index')
  await bureau.tap('农户')
  bureau.state.chatFiles.push({ name: '去年.xls', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') })
  await bureau.tap('选填好的表格')
  expect(bureau.text()).toContain('去年.xls：这是旧版的 .xls 表格')
  bureau.state.chatFiles.push({ name: '大.xlsx', bytes: new Uint8Array(5 * 1024 * 1024 + 1) })
  expect(await callsOf(bureau, () => bureau.tap('选填好的表格'))).toEqual([])
  expect(bureau.text()).toContain('大.xlsx：这个文件超过 5 MB')
  // Turning back is no failure.
  await bureau.tap('选填好的表格')
})
