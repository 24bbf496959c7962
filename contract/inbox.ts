import * as z from 'zod'
import { cursor, id, instant } from './fields'
import { known, operation } from './operation'

export const message = z.object({
  id,
  title: z.string(),
  text: z.string(),
  at: instant,
  read: z.boolean(),
  /** The page it is about, with its query: /training/class/index?id=… */
  page: z.string(),
})
export type Message = z.infer<typeof message>

/** Everything the person was told, newest first, whether or not WeChat delivered it. */
export const list = operation({
  name: 'inbox.list',
  function: 'api',
  by: known('own'),
  writes: false,
  actsFor: false,
  input: z.strictObject({ cursor: cursor.optional() }),
  output: z.object({ messages: z.array(message), unread: z.int(), next: cursor.optional() }),
  errors: [],
})

/** Marks messages read; without ids, all of them. */
export const markRead = operation({
  name: 'inbox.markRead',
  function: 'api',
  by: known('own'),
  writes: true,
  actsFor: false,
  input: z.strictObject({ ids: z.array(id).min(1).max(100).optional() }),
  output: z.object({ unread: z.int() }),
  errors: [],
})
