import type { ImportKind } from '../../contract/import'
import { type Line, tableOf } from '../../tests/system/tables'
import type { Must } from './scene'

/** Ids of imports in their states. */
export interface ImportScene {
  problems: string
  nothing: string
  hopeless: string
  done: string
  undone: string
}

const BUREAU = 'demo-bureau'

/** Reads tables of the demo county with everything a table can have. */
export async function playImports(url: string, must: Must): Promise<ImportScene> {
  const { uploadPrefix } = await must(BUREAU, 'identity.me', {})
  const read = async (kind: ImportKind, name: string, lines: Line[]) => {
    const uploaded = await fetch(`${url}/upload?path=${uploadPrefix}${name}.xlsx`, {
      method: 'POST',
      headers: { 'x-demo-openid': BUREAU },
      body: tableOf(kind, lines) as Uint8Array<ArrayBuffer>,
    })
    const { fileID } = (await uploaded.json()) as { fileID: string }
    return (await must(BUREAU, 'import.preview', { kind, fileID })).importId
  }
  const [head] =
    (await must(BUREAU, 'registry.search', { kind: 'household', region: '519921100200' })).households ?? []
  const at = { village: '519921100200', headName: head?.headName, relation: '子女' }
  const right = { ...at, name: '扎西·多吉', birthYear: '1990', phone: '19900008001' }
  const problems = await read('people', 'problems', [
    right,
    { ...at, name: '扎西•卓玛', birthYear: '1992' },
    { ...at, name: '王小明', identity: '110105194912310021' },
    { ...at, village: '没有的村', name: '李小红', birthYear: '1988' },
    {},
    { ...at, name: '赵小强', birthYear: '1991', phone: '１９９００００８００２' },
    right,
  ])
  const nothing = await read('villages', 'nothing', [{ code: '519921100', name: await nameOf(must) }])
  const hopeless = await read('informants', 'hopeless', [
    { village: at.village, name: '钱大海', phone: '1990000', birthYear: '1970' },
  ])
  const done = await read('villages', 'done', [
    { code: '519921180', name: '新立乡' },
    { code: '519921180201', name: '新立村' },
  ])
  await must(BUREAU, 'import.confirm', { importId: done })
  const undone = await read('villages', 'undone', [{ code: '519921181', name: '又一乡' }])
  await must(BUREAU, 'import.confirm', { importId: undone })
  await must(BUREAU, 'import.undo', { importId: undone })
  return { problems, nothing, hopeless, done, undone }
}

/** How the first township is called. */
async function nameOf(must: Must): Promise<string> {
  const { counties } = await must(BUREAU, 'registry.regions', {})
  return counties.flatMap(({ townships }) => townships).find(({ code }) => code === '519921100')?.name ?? ''
}
