import * as z from 'zod'
import { cursor, fileID, id, instant } from './fields'
import { operation } from './operation'

/** What comes from Excel. Villages include townships; informants are people with that role. */
export const IMPORT_KINDS = [
  'villages',
  'households',
  'people',
  'experts',
  'informants',
  'contracts',
] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]
export const IMPORT_KIND_NAMES: Record<ImportKind, string> = {
  villages: '乡镇和村',
  households: '农户',
  people: '人员',
  experts: '专家',
  informants: '信息员',
  contracts: '代养协议',
}

/** What one file may have; README says so too. */
export const MOST_ROWS = 10_000
export const MOST_BYTES = 5 * 1024 * 1024

/**
 * checking: its rows are compared with what is stored; ready: to be confirmed; writing and undoing go on in pieces, each
 * by a call of its own.
 */
export const IMPORT_STATES = ['checking', 'ready', 'writing', 'done', 'undoing', 'undone'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** Something about a row, in plain words. `blocks`: the row is not imported; else it was mended or is only said. */
const problem = z.object({
  /** As Excel numbers them; 0 is the file as a whole. */
  row: z.int(),
  /** A, B, C …, and its heading; absent where it is about the row. */
  column: z.string().optional(),
  heading: z.string().optional(),
  sentence: z.string(),
  blocks: z.boolean(),
})
export type Problem = z.infer<typeof problem>

/** Where an import stands. Counts are rows. */
const progress = z.object({
  importId: id,
  kind: z.enum(IMPORT_KINDS),
  state: z.enum(IMPORT_STATES),
  at: instant,
  by: z.string(),
  /** Of the piece of work at hand: so much of so much; equal when it is over. */
  done: z.int(),
  total: z.int(),
  counts: z.object({
    rows: z.int(),
    new: z.int(),
    changed: z.int(),
    same: z.int(),
    /** Not imported, each with its problem. */
    wrong: z.int(),
    /** What confirming did: written, or refused because somebody changed it since. */
    written: z.int(),
    refused: z.int(),
    /** What undoing did: taken back, or kept because somebody changed it since. */
    undone: z.int(),
    kept: z.int(),
  }),
  mayUndo: z.boolean(),
})
export type ImportProgress = z.infer<typeof progress>

const shared = {
  function: 'documents',
  /** The bureau in its region; the county's units only by who has the whole county, or by an administrator. */
  by: { bureau: 'scope', admin: 'scope' },
  actsFor: false,
} as const
const one = z.strictObject({ importId: id })

/** An empty table to fill in: headings, an example row, lists to choose from. The address is good for two hours. */
export const template = operation({
  ...shared,
  name: 'import.template',
  writes: false,
  input: z.strictObject({ kind: z.enum(IMPORT_KINDS) }),
  output: z.object({ url: z.string(), name: z.string() }),
  errors: [],
})

/**
 * Reads an uploaded file and names every problem in it. Nothing is written but the preview; the file is deleted. Then call
 * `import.proceed` until it is ready.
 */
export const preview = operation({
  ...shared,
  name: 'import.preview',
  writes: true,
  limit: { calls: 60, minutes: 60 },
  input: z.strictObject({ kind: z.enum(IMPORT_KINDS), fileID }),
  output: progress,
  errors: [
    'FILE_MISSING',
    'FILE_TOO_BIG',
    'FILE_OLD_XLS',
    'FILE_CSV',
    'FILE_NOT_XLSX',
    'FILE_BROKEN',
    'FILE_TOO_MUCH',
    'FILE_TOO_MANY_ROWS',
    'FILE_EMPTY',
    'COLUMNS_MISSING',
  ],
})

/** Works on at what an import has to do (compare, write, take back) for some seconds. Harmless at any time. */
export const proceed = operation({
  ...shared,
  name: 'import.proceed',
  writes: true,
  input: one,
  output: progress,
  errors: ['IMPORT_FORGOTTEN'],
})

/** Begins to write the rows that are right; then `import.proceed` until it is done. */
export const confirm = operation({
  ...shared,
  name: 'import.confirm',
  writes: true,
  input: one,
  output: progress,
  errors: ['IMPORT_NOT_READY', 'IMPORT_FORGOTTEN'],
})

/** Begins to take back what an import wrote; rows somebody has touched since are kept, and named. */
export const undo = operation({
  ...shared,
  name: 'import.undo',
  writes: true,
  input: one,
  output: progress,
  errors: ['IMPORT_NOT_DONE', 'IMPORT_FORGOTTEN'],
})

/** One import with its problems, in the order of the rows, a page at a time. */
export const get = operation({
  ...shared,
  name: 'import.get',
  writes: false,
  input: z.strictObject({ importId: id, cursor: cursor.optional() }),
  output: progress.extend({ problems: z.array(problem), next: cursor.optional() }),
  errors: [],
})

/** The imports of one's region, newest first. */
export const list = operation({
  ...shared,
  name: 'import.list',
  writes: false,
  input: z.strictObject({ cursor: cursor.optional() }),
  output: z.object({ imports: z.array(progress), next: cursor.optional() }),
  errors: [],
})
