import { tableOf } from '../system/tables'
import type { Action } from './actions'
import { saysYes } from './journey'

const BUREAU = { openid: 'demo-bureau' }
const SEARCH = 'desk/bureau/registry/search/index'

/** Excel in and out. */
export const IMPORT_ACTIONS: Action[] = [
  {
    ...BUREAU,
    name: 'send a table',
    operation: 'import.preview',
    address: 'desk/bureau/imports/index',
    prepare: async (phone) => {
      const bytes = tableOf('villages', [{ code: '519921185', name: '再一乡' }])
      phone.state.chatFiles.push({ name: '乡镇.xlsx', bytes })
      await phone.tap('乡镇和村', 0)
    },
    press: '选填好的表格',
  },
  {
    ...BUREAU,
    name: 'confirm a table',
    operation: 'import.confirm',
    address: ({ imports }) => `desk/bureau/imports/one/index?id=${imports.problems}`,
    press: '导入 3 行',
  },
  {
    ...BUREAU,
    name: 'take a table back',
    operation: 'import.undo',
    address: ({ imports }) => `desk/bureau/imports/one/index?id=${imports.problems}`,
    prepare: saysYes,
    press: '撤销这次导入',
  },
  {
    ...BUREAU,
    name: 'take people away',
    operation: 'export.people',
    address: SEARCH,
    press: '把这些人导出 Excel',
    shows: 0,
  },
  {
    ...BUREAU,
    name: 'take households away',
    operation: 'export.households',
    address: SEARCH,
    prepare: (phone) => phone.tap('户'),
    press: '把这些户导出 Excel',
    shows: 0,
  },
  {
    ...BUREAU,
    name: 'take experts away',
    operation: 'export.experts',
    address: 'expert/list/index',
    press: '把这些专家导出 Excel',
    shows: 0,
  },
  {
    ...BUREAU,
    name: 'take the log away',
    operation: 'export.audit',
    address: 'desk/bureau/audit/index',
    press: '把这些记录导出 Excel',
    shows: 0,
  },
  {
    ...BUREAU,
    name: 'take questions away',
    operation: 'export.questions',
    address: 'desk/bureau/imports/index',
    press: '把所有咨询导出 Excel',
    shows: 0,
  },
  {
    name: 'take the year’s dividends away',
    operation: 'export.dividendItems',
    openid: 'demo-cooperative',
    address: 'desk/cooperative/due/index',
    press: '导出 Excel',
    shows: 0,
  },
  {
    name: 'take along what is held about me',
    operation: 'export.mine',
    openid: 'demo-villager',
    address: 'identity/take/index',
    press: '存成 Excel 文件',
    shows: 0,
  },
]
