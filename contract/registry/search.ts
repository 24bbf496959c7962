import * as z from 'zod'
import { cursor, id, region, text } from '../fields'
import { operation } from '../operation'

/** Who may look into the registry: an informant and a cadre in their villages, the bureau in its region, an admin everywhere. */
export const READERS = { informant: 'scope', bureau: 'scope', cadre: 'scope', admin: 'scope' } as const

/** Somebody in a list: enough to tell them from others of their name. */
export const personLine = z.object({
  personId: id,
  name: z.string(),
  age: z.int(),
  /** 李家湾村, or an office. */
  place: z.string(),
  isHead: z.boolean(),
  relation: z.string().optional(),
  /** 138****1234 */
  phone: z.string().optional(),
  hasWeChat: z.boolean(),
  archived: z.boolean(),
})
export type PersonLine = z.infer<typeof personLine>

export const householdLine = z.object({
  householdId: id,
  headName: z.string(),
  villageName: z.string(),
  address: z.string().optional(),
  /** 帮扶户; absent for an informant, who is a neighbour. */
  assisted: z.boolean().optional(),
  archived: z.boolean(),
})
export type HouseholdLine = z.infer<typeof householdLine>

/**
 * People or households by a beginning of their name, its pinyin initials, or their phone (its last four are enough); all of
 * them where nothing is asked for. A page may be short and still have a next one.
 */
export const search = operation({
  name: 'registry.search',
  function: 'api',
  by: READERS,
  writes: false,
  actsFor: false,
  input: z.strictObject({
    kind: z.enum(['person', 'household']),
    words: text(60).optional(),
    /** Of this county, township or village only. */
    region: region.optional(),
    /** What is archived instead of what is not. */
    archived: z.boolean().default(false),
    cursor: cursor.optional(),
  }),
  output: z.object({
    people: z.array(personLine).optional(),
    households: z.array(householdLine).optional(),
    next: cursor.optional(),
  }),
  errors: [],
})
