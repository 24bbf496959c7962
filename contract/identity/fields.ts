import * as z from 'zod'
import { day, id, text } from '../fields'
import { ROLES } from '../operation'

/** No 0 and O, no 1, I and L: read aloud and copied by hand. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const CODE_LENGTH = 6
const CODE = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`)

/** A code as somebody typed it: small letters, full width, spaces and hyphens between. */
export const code = z
  .string()
  .max(40)
  .overwrite((typed) => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase())
  .regex(CODE, `码是 ${CODE_LENGTH} 个字母和数字，没有 0、1、字母 O、I、L，请对一对`)

/** Why something is done to somebody; it is kept, and they may read it. */
export const reason = text(100, 2, '请写一下为什么，至少两个字')

/** The guideline somebody has read: its day (contract/guideline.ts). */
export const guideline = day

/** A role that is given: over which region, organisation or expert's entry (its scope), and its last day where it has one. */
export const grant = z.strictObject({
  role: z.enum(ROLES).exclude(['villager']),
  over: id.optional(),
  until: day.optional(),
})
export type Grant = z.infer<typeof grant>
