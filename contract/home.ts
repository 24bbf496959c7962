import * as z from 'zod'
import { questionSummary } from './consultation'
import { item } from './dividend'
import { me } from './identity'
import { message } from './inbox'
import { everybody, operation } from './operation'
import { enrolment } from './training'

/** All of home in one call: who I am, and what concerns me now. */
export const get = operation({
  name: 'home.get',
  function: 'api',
  by: everybody('own'),
  writes: false,
  actsFor: false,
  input: z.strictObject({}),
  output: z.object({
    me,
    /** `ask`: an offer or a change that waits for my word. `next`: beside it, the soonest seat, or place in line. */
    training: z.object({ next: enrolment.optional(), ask: enrolment.optional() }),
    consultation: z.object({ last: questionSummary.optional() }),
    /** `next`: the earliest dividend that has not arrived, due or disputed. */
    dividend: z.object({ inScheme: z.boolean(), next: item.optional() }),
    inbox: z.object({ unread: z.int(), latest: message.optional() }),
    /** What waits on each desk the caller has. */
    desks: z.object({
      expert: z.object({ waiting: z.int(), danger: z.int() }).optional(),
      cooperative: z.object({ due: z.int(), disputed: z.int() }).optional(),
      /** What is to be passed on to people without an account. */
      informant: z.object({ toTell: z.int() }).optional(),
      bureau: z.object({ due: z.int(), disputed: z.int() }).optional(),
    }),
  }),
  errors: [],
})
