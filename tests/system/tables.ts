import type { Column } from '../../cloudfunctions/areas/import/kinds/column'
import { COLUMNS } from '../../cloudfunctions/areas/import/kinds/columns'
import type { Person } from '../../cloudfunctions/areas/registry/documents'
import { type OutCell, workbookOf } from '../../cloudfunctions/areas/workbook/write'
import type { ImportKind, ImportProgress } from '../../contract/import'
import type { Cloud } from './cloud'

export type Line = Record<string, OutCell>

/** A filled-in template: a line for each row, by the names of the columns' values. */
export const tableOf = (kind: ImportKind, lines: readonly Line[]): Buffer => {
  const columns = Object.entries(COLUMNS[kind]) as [string, Column][]
  return workbookOf([{ name: '表', widths: [] }], (writer) => {
    writer.row(columns.map(([, { heading }]) => heading))
    for (const line of lines) writer.row(columns.map(([key]) => line[key]))
  })
}

let uploads = 0
/** Puts a file where the caller may; answers its fileID. */
export async function uploadFile(cloud: Cloud, openid: string, bytes: Uint8Array): Promise<string> {
  const { uploadPrefix } = await cloud.must(openid, 'identity.me', {})
  const response = await fetch(`${cloud.emulator.url}/upload?path=${uploadPrefix}table-${++uploads}.xlsx`, {
    method: 'POST',
    headers: { 'x-demo-openid': openid },
    body: bytes as Uint8Array<ArrayBuffer>,
  })
  return ((await response.json()) as { fileID: string }).fileID
}

export const uploadTable = (cloud: Cloud, openid: string, kind: ImportKind, lines: readonly Line[]) =>
  uploadFile(cloud, openid, tableOf(kind, lines))

/** The head of a household of the demo county. */
export const headOf = (cloud: Cloud, household: number): Person =>
  cloud.emulator.store.find('people', { _id: `person-${household}-1` })[0] as unknown as Person

/** So many new members of the first household. */
export function newMembers(cloud: Cloud, count: number): Line[] {
  const head = headOf(cloud, 1)
  return Array.from({ length: count }, (_, n) => ({
    village: head.village,
    headName: head.name,
    name: `新添${'一二三四五六七八九十'[n]}`,
    relation: '子女',
    birthYear: String(2000 + n),
  }))
}

/** Calls on until there is nothing left to do. */
export async function finish(cloud: Cloud, openid: string, begun: ImportProgress): Promise<ImportProgress> {
  let at = begun
  while (['checking', 'writing', 'undoing'].includes(at.state))
    at = await cloud.must(openid, 'import.proceed', { importId: at.importId })
  return at
}

/** Reads a table, and compares it with the county. */
export const previewed = async (
  cloud: Cloud,
  openid: string,
  kind: ImportKind,
  lines: readonly Line[],
): Promise<ImportProgress> => {
  const fileID = await uploadTable(cloud, openid, kind, lines)
  return finish(cloud, openid, await cloud.must(openid, 'import.preview', { kind, fileID }))
}

/** The same, and writes what is right. */
export async function imported(cloud: Cloud, openid: string, kind: ImportKind, lines: readonly Line[]) {
  const { importId } = await previewed(cloud, openid, kind, lines)
  return finish(cloud, openid, await cloud.must(openid, 'import.confirm', { importId }))
}
