import * as z from 'zod'
import { cursor, id, instant } from '../fields'
import { known, operation } from '../operation'
import { relationWith } from '../registry/fields'
import { code } from './fields'

/** Somebody who may act for another, because that one agreed. */
export const agent = z.object({ personId: id, name: z.string(), relation: z.string() })

/** A code for the phone of whoever is to agree that the caller acts for them; good for half an hour. */
export const showCode = operation({
  name: 'identity.showCode',
  function: 'api',
  by: known('own'),
  writes: true,
  actsFor: false,
  limit: { calls: 20, minutes: 60 },
  input: z.strictObject({}),
  output: z.object({ code, expiresAt: instant }),
  errors: [],
})

const WHO = '请用几个汉字写对方是您的什么人，比如“儿子”“邻居”'

/**
 * Agrees that somebody acts for one: of one's own household by their id, anybody else by the code they show. For who has
 * no phone an informant of the village records it.
 */
export const agree = operation({
  name: 'identity.agree',
  function: 'api',
  by: { villager: 'own', informant: 'scope' },
  writes: true,
  actsFor: true,
  limit: { calls: 20, minutes: 60 },
  input: z
    .strictObject({ personId: id.optional(), code: code.optional(), relation: relationWith(WHO) })
    .refine(({ personId, code }) => (personId === undefined) !== (code === undefined), {
      path: ['code'],
      message: '请选家里的一个人，或者填对方出示的码',
    }),
  output: agent,
  errors: ['NOT_FAMILY', 'CODE_WRONG', 'AGENT_ALREADY'],
})

/** Takes it back; from then on they may do nothing any more. */
export const withdrawAgreement = operation({
  name: 'identity.withdrawAgreement',
  function: 'api',
  by: { villager: 'own', informant: 'scope' },
  writes: true,
  actsFor: true,
  withoutConsent: true,
  input: z.strictObject({ personId: id }),
  output: z.object({ personId: id }),
  errors: ['NOT_AGENT'],
})

/** Whom the caller may act for because they agreed; an informant's villagers are in registry.people. */
export const actingFor = operation({
  name: 'identity.actingFor',
  function: 'api',
  by: known('own'),
  writes: false,
  actsFor: false,
  input: z.strictObject({ cursor: cursor.optional() }),
  output: z.object({
    people: z.array(agent.extend({ villageName: z.string(), age: z.int() })),
    next: cursor.optional(),
  }),
  errors: [],
})
