import { randomUUID } from 'node:crypto'
import { closeSync, createReadStream, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ExportedFile, MOST_EXPORTED } from '../../../contract/export'
import type { Role } from '../../../contract/operation'
import { beijing } from '../../../contract/time'
import { type KnownContext, scopesOf } from '../../platform/context'
import { Refused } from '../../platform/refusal'
import { handOut } from '../../platform/storage'
import { type OutCell, writeWorkbook } from '../workbook/write'

/** One column of a list: its heading, its width in characters, and what a row has there. */
export interface Column<T> {
  heading: string
  width: number
  of: (row: T) => OutCell
}
export const column = <T>(heading: string, width: number, of: (row: T) => OutCell): Column<T> => ({
  heading,
  width,
  of,
})

interface List<T> {
  /** 人员, 农户 … */
  name: string
  /** Rows in pages, as they are read: nothing keeps more than one. */
  pages: AsyncIterable<readonly T[]>
  columns: readonly Column<T>[]
  /** What was asked for, in words, for the log. */
  filter: string
  /** The household or person a row is about, where its people are told who took the file. */
  shows?: (row: T) => string
}

/** The region or co-op somebody exports for, as a file is called after it. */
function scopeOf({ account }: KnownContext, roles: readonly Role[]) {
  const grant = account.roles.find(({ role }) => roles.includes(role))
  const place = roles.flatMap((role) => scopesOf(account, role)).find((scope) => /^\d{6,12}$/.test(scope))
  return { name: grant?.scope ? grant.scopeName : '全部', place }
}

/**
 * Writes a list into a file on the function's own disk, page after page, hands it out, and records who took it. The same
 * request again gets the same address. Refuses LIST_TOO_LONG.
 */
export async function exported<T>(
  { name, pages, columns, filter, shows }: List<T>,
  roles: readonly Role[],
  context: KnownContext,
): Promise<ExportedFile> {
  const path = join(tmpdir(), `${randomUUID()}.xlsx`)
  const file = openSync(path, 'w')
  let rows = 0
  const shown = new Set<string>()
  try {
    const writer = writeWorkbook([{ name, widths: columns.map(({ width }) => width) }], (bytes) => {
      writeSync(file, bytes)
    })
    writer.row(
      columns.map(({ heading }) => heading),
      'heading',
    )
    for await (const page of pages) {
      rows += page.length
      if (rows > MOST_EXPORTED) throw new Refused('LIST_TOO_LONG')
      for (const row of page) {
        writer.row(columns.map(({ of }) => of(row)))
        if (shows) shown.add(shows(row))
      }
    }
    writer.end()
    const url = await handOut(createReadStream(path), 'xlsx', context.now)
    const scope = scopeOf(context, roles)
    const called = `${scope.name}-${name}-${beijing(context.now).format('YYYYMMDD')}.xlsx`
    const about = { kind: 'export' as const, id: context.operation, name: `${name} ${rows} 行` }
    return await context.once(async () => ({ url, name: called, rows }), undefined, {
      about: [scope.place ? { ...about, place: scope.place } : about],
      ...(shows ? { shown: [...shown] } : {}),
      reason: filter || '全部',
    })
  } finally {
    closeSync(file)
    rmSync(path, { force: true })
  }
}

/** The filter as the log has it: what was asked, in words, without what was left open. */
export const inWords = (asked: Readonly<Record<string, unknown>>): string =>
  Object.entries(asked)
    .flatMap(([word, value]) =>
      value === undefined || value === false || value === ''
        ? []
        : [value === true ? word : `${word} ${value}`],
    )
    .join('，')
