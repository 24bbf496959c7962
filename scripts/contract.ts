import { z } from 'zod'
import { OPERATIONS } from '../contract'
import { COMMON_ERRORS } from '../contract/errors'

/** Prints the whole contract as JSON: what a client of any kind needs to know. */
const operations = OPERATIONS.map((operation) => ({
  name: operation.name,
  function: operation.function,
  by: operation.by,
  limit: 'limit' in operation ? operation.limit : undefined,
  writes: operation.writes,
  input: z.toJSONSchema(operation.input, { io: 'input' }),
  output: z.toJSONSchema(operation.output),
  errors: [...COMMON_ERRORS, ...operation.errors],
}))
process.stdout.write(`${JSON.stringify({ operations }, null, 2)}\n`)
