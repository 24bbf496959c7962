import * as z from 'zod'
import { cursor, id } from '../fields'
import { operation } from '../operation'

/** Somebody an informant may act for. What kind of household they belong to is nobody's business here. */
export const villagePerson = z.object({
  personId: id,
  name: z.string(),
  age: z.int(),
  villageName: z.string(),
  isHead: z.boolean(),
  /** Whether messages reach them by themselves. */
  hasWeChat: z.boolean(),
})
export type VillagePerson = z.infer<typeof villagePerson>

/** The people of an informant's villages, household after household. */
export const people = operation({
  name: 'registry.people',
  function: 'api',
  by: { informant: 'scope' },
  writes: false,
  actsFor: false,
  input: z.strictObject({ cursor: cursor.optional() }),
  output: z.object({
    people: z.array(villagePerson),
    /** With the first page: how much is to be passed on to those without an account (training.tellOthers). */
    toTell: z.int().optional(),
    next: cursor.optional(),
  }),
  errors: [],
})
