import * as z from 'zod'
import { id } from '../fields'
import { NUMBER_PURPOSES } from '../number-purposes'
import { operation } from '../operation'
import { identityNumber } from '../registry/fields'
import { reason } from './fields'

/** Keeps somebody's identity number, sealed: one's own, or of somebody in one's villages or region who said yes. */
export const setNumber = operation({
  name: 'identity.setNumber',
  function: 'api',
  by: { villager: 'own', informant: 'scope', bureau: 'scope' },
  writes: true,
  actsFor: false,
  limit: { calls: 30, minutes: 60 },
  input: z.strictObject({
    personId: id,
    number: identityNumber,
    purpose: z.enum(NUMBER_PURPOSES),
    /** Of the person, to this number being kept for this purpose; apart from the guideline. */
    agreed: z.literal(true, '要本人同意，才能登记身份证号'),
  }),
  output: z.object({
    personId: id,
    /** 519921**********12 */
    masked: z.string(),
  }),
  errors: ['NUMBER_TAKEN', 'NUMBERS_OFF'],
})

/** Shows a number whole; who, whose and why is recorded before it is answered. */
export const unmask = operation({
  name: 'identity.unmask',
  function: 'api',
  by: { bureau: 'scope' },
  writes: false,
  actsFor: false,
  limit: { calls: 30, minutes: 60 },
  input: z.strictObject({ personId: id, reason }),
  output: z.object({ personId: id, number: z.string() }),
  errors: ['NO_NUMBER', 'NUMBERS_OFF'],
})
