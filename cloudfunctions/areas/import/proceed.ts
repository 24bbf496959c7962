import type { Handler } from '../../platform/dispatch'
import { importOf, present, requireRows } from './access'
import { work } from './work'

/** Goes on where the last call stopped; where there is nothing to do, it says how things stand. */
export const proceed: Handler<'import.proceed'> = async ({ importId }, context) => {
  const found = await importOf(importId, context)
  requireRows(found, context.now)
  return present(await work(found, context), context.now)
}
