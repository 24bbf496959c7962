import type { ImportDocument } from './documents'
import type { Column } from './kinds/column'
import { COLUMNS } from './kinds/columns'

/** The letter and the heading of a value, for a problem that is found after the file was read. */
export function columnOf(
  { kind, letters }: Pick<ImportDocument, 'kind' | 'letters'>,
  key: string | undefined,
): { column?: string; heading?: string } {
  const column = key === undefined ? undefined : (COLUMNS[kind] as Record<string, Column>)[key]
  if (key === undefined || !column) return {}
  const letter = letters[key]
  return { ...(letter ? { column: letter } : {}), heading: column.heading }
}
