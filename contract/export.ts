import * as z from 'zod'
import { askedOfLog } from './audit'
import { QUESTION_STATES, SUBJECTS } from './consultation'
import { ITEM_STATES } from './dividend'
import { day, daysInOrder, id, region, text } from './fields'
import type { Permissions } from './operation'
import { known, operation } from './operation'
import { READERS } from './registry'
import { TOPICS } from './training'

/** What one file may have. */
export const MOST_EXPORTED = 50_000

/** A file to take away: its address, good for two hours, how it is called, and how many rows there are. */
const file = z.object({ url: z.string(), name: z.string(), rows: z.int() })
export type ExportedFile = z.infer<typeof file>

/**
 * A list one may see on a screen, as an Excel file, with the same filter. It is written down who took what away; there are
 * no identity numbers in any of them.
 */
const exporting = <const N extends string, const B extends Permissions, I extends z.ZodType>(
  name: N,
  by: B,
  input: I,
) =>
  operation({
    name: `export.${name}` as `export.${N}`,
    function: 'documents',
    by,
    writes: true,
    actsFor: false,
    limit: { calls: 20, minutes: 60 },
    input,
    output: file,
    errors: ['LIST_TOO_LONG'],
  })

const found = {
  words: text(60).optional(),
  region: region.optional(),
  archived: z.boolean().default(false),
}
const period = { from: day.optional(), until: day.optional() }

/** As registry.search shows them; telephone numbers whole for those who must call. */
export const people = exporting('people', READERS, z.strictObject(found))
export const households = exporting('households', READERS, z.strictObject(found))

export const experts = exporting(
  'experts',
  { bureau: 'scope', admin: 'scope' },
  z.strictObject({
    field: z.enum(TOPICS).optional(),
    crop: z.enum(SUBJECTS).optional(),
    township: z
      .string()
      .regex(/^\d{9}$/)
      .optional(),
  }),
)

/** Who is in a class one plans, as training.roster shows them. */
export const enrolments = exporting(
  'enrolments',
  { bureau: 'scope', expert: 'own' },
  z.strictObject({ classId: id }),
)

/** As dividend.due shows them. */
export const dividendItems = exporting(
  'dividendItems',
  { cooperative: 'scope', bureau: 'scope' },
  z.strictObject({ year: z.int().min(2000).max(2100).optional(), state: z.enum(ITEM_STATES).optional() }),
)

/** Questions by the Beijing day they were asked on. */
export const questions = exporting(
  'questions',
  { bureau: 'scope' },
  z.strictObject({ state: z.enum(QUESTION_STATES).optional(), ...period }).superRefine(daysInOrder('until')),
)

/** Everything that is held about oneself, as identity.takeAlong answers it: a sheet for each kind. */
export const mine = exporting('mine', known('own'), z.strictObject({}))

/** The log of who did what, as audit.search finds it. */
export const audit = exporting(
  'audit',
  { bureau: 'scope', admin: 'scope' },
  z.strictObject(askedOfLog).superRefine(daysInOrder('to')),
)
