import * as z from 'zod'
import { cursor, id, instant } from '../fields'
import { operation } from '../operation'

/**
 * 请转告: what people of an informant's villages have to be told of training and no phone tells them, because they have no
 * account: a seat, an offer and its deadline, a change, a reminder, a certificate. Latest first, of the last 30 days.
 */
export const tellOthers = operation({
  name: 'training.tellOthers',
  function: 'api',
  by: { informant: 'scope' },
  writes: false,
  actsFor: false,
  input: z.strictObject({ cursor: cursor.optional() }),
  output: z.object({
    messages: z.array(
      z.object({
        id,
        personId: id,
        name: z.string(),
        villageName: z.string(),
        /** To call them, where the registry knows it. */
        phone: z.string().optional(),
        at: instant,
        title: z.string(),
        text: z.string(),
        /** What the message opens. */
        page: z.string(),
      }),
    ),
    next: cursor.optional(),
  }),
  errors: [],
})

/** 已转告: they were told. Who, and when, stays with the message. */
export const toldOthers = operation({
  name: 'training.toldOthers',
  function: 'api',
  by: { informant: 'scope' },
  writes: true,
  actsFor: false,
  input: z.strictObject({ ids: z.array(id).min(1, '请先选').max(20, '一次最多 20 条') }),
  output: z.object({
    results: z.array(z.object({ id, error: z.object({ code: z.string(), message: z.string() }).optional() })),
  }),
  errors: [],
})
