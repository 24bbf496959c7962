import { failure } from './errors'
import { type Faults, type LOST, under } from './faults'
import type { Functions } from './runtime/functions'
import { client } from './runtime/identity'
import type { CallAnswer } from './types'
import type { Active } from './wechat/active'

export type ClientCall = (
  name: string,
  text: string,
  openid: string,
) => Promise<(CallAnswer & { id: string }) | typeof LOST>

/** A mini-program's call, with what /admin/faults does to it. */
export function makeClientCall(parts: { functions: Functions; faults: Faults; active: Active }): ClientCall {
  const { functions, faults, active } = parts
  return (name, text, openid) => {
    active.note(openid)
    const { operation } = (JSON.parse(text) ?? {}) as { operation?: unknown }
    const fault = faults.of({
      function: name,
      operation: typeof operation === 'string' ? operation : undefined,
    })
    return under<CallAnswer & { id: string }>(
      fault,
      () => functions.call(name, text, client(openid)),
      ({ code, message }) => ({ id: '', error: { code: Number(code) || -1, message } }),
      async () => ({ id: '', ...failure('timedOut') }),
    )
  }
}
