import type { ImportKind, Problem } from '../../../contract/import'
import type { Configuration } from '../../platform/configuration'
import { seal } from '../../platform/secrets'
import { identityHashOf } from '../registry/hashes'
import { columnOf } from './columns-of'
import { type ImportRow, rowId } from './documents'
import { check, sameness } from './kinds/rules'
import type { Places } from './places'
import type { Table } from './table'

/**
 * The rows of a table with everything that can be said of them without asking for people: places found, numbers sealed,
 * duplicates named. Problems are in the order of the rows.
 */
export function rowsOf(
  importId: string,
  kind: ImportKind,
  table: Table,
  { places, now, configuration }: { places: Places; now: Date; configuration: Configuration },
): { row: ImportRow; problems: Problem[] }[] {
  const codes = new Set(
    table.rows.flatMap(({ values: { code } }) =>
      typeof code === 'string' && code.length === 9 ? [code] : [],
    ),
  )
  const first = new Map<string, number>()
  return table.rows.map(({ row, values, problems }) => {
    const { wrong, village, townships } = check(kind, values, { places, codes, now })
    for (const { key, of } of sameness(kind, values, village)) {
      const earlier = first.get(of)
      if (earlier === undefined) first.set(of, row)
      else wrong.push({ key, sentence: `和第 ${earlier} 行重复了。只留一行。` })
    }
    const all = [
      ...problems,
      ...wrong.map(({ key, sentence }) => ({
        ...{ row, ...columnOf({ kind, letters: table.letters }, key), sentence, blocks: true },
      })),
    ]
    const { identity, ...rest } = values as { identity?: string }
    return {
      problems: all,
      row: {
        row,
        values: rest,
        ...(village ? { village } : {}),
        ...(townships ? { townships } : {}),
        ...(identity
          ? {
              identity: seal(identity, rowId(importId, row), configuration),
              identityHash: identityHashOf(identity, configuration),
            }
          : {}),
        state: all.some(({ blocks }) => blocks) ? 'wrong' : 'read',
      },
    }
  })
}
