import type { Reader } from '../cells'

/** What a template offers in a drop-down list. */
export type ListName = 'villages' | 'townships' | 'relations' | 'yesNo' | 'cooperatives' | 'companies'

/** One column of a kind's table. */
export interface Column<T = unknown> {
  heading: string
  /** Its cells may not be empty. */
  required: boolean
  /** In characters. */
  width: number
  /** Of the example row. */
  example: string
  read: Reader<T>
  list?: ListName
}

/** A table's columns by the names of their values. */
export type Columns = Readonly<Record<string, Column>>

/** What a row holds once its cells are read; an empty cell is not in it. */
export type ValuesOf<C extends Columns> = {
  [K in keyof C]?: C[K] extends Column<infer T> ? T : never
}

export const column = <T>(
  heading: string,
  read: Reader<T>,
  { required = false, width = 14, example = '', list }: Partial<Column<T>> = {},
): Column<T> => ({ heading, read, required, width, example, ...(list ? { list } : {}) })
