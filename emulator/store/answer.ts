import { actions } from './actions'
import type { Done, Engine } from './engine'
import { expire } from './transactions'
import type { Answer, AnswerMeta } from './types'
import { Fault } from './values'

/** A query that looks at more than so many documents for each it returns wants an index. */
const WASTEFUL = 10

type Failed = { code: string; message: string }
type Performed = { done: Done; meta: AnswerMeta } | { failed: Failed }

function metaOf({ scanned, returned, index }: Done, collection: unknown): AnswerMeta {
  const meta: AnswerMeta = { scanned, returned }
  if (index !== undefined) meta.index = index
  if (scanned > WASTEFUL * Math.max(1, returned)) meta.wasteful = true
  if (typeof collection === 'string') meta.collection = collection
  return meta
}

/** Does one action; what goes wrong is an answer too. */
async function perform(engine: Engine, action: string, payload: Record<string, unknown>): Promise<Performed> {
  try {
    if (typeof payload !== 'object' || payload === null)
      throw new Fault('INVALID_PARAM', 'an object is expected')
    const handler = actions.get(action)
    if (!handler) throw new Fault('INVALID_PARAM', `unknown action ${String(action).slice(0, 60)}`)
    expire(engine.transactions, engine.now())
    const done = await handler(engine, payload)
    return { done, meta: metaOf(done, payload.collectionName) }
  } catch (error) {
    if (error instanceof Fault) return { failed: { code: error.code, message: error.message } }
    // What SQLite cannot do with a request is the request's fault; the text says what.
    const message = `[FailedOperation] ${(error as Error).message}`
    return { failed: { code: 'DATABASE_REQUEST_FAILED', message } }
  }
}

/** What an action answers, as values. */
export async function answerOf(
  engine: Engine,
  action: string,
  payload: Record<string, unknown>,
): Promise<Answer> {
  const performed = await perform(engine, action, payload)
  if ('failed' in performed) return performed.failed
  const { done, meta } = performed
  if ('text' in done) return { data: JSON.parse(done.text) as unknown, meta }
  const { data, transactionId } = done
  return transactionId === undefined ? { data, meta } : { data, transactionId, meta }
}

/** The same as the text of a JSON object: what was text already is passed on as it is. */
export async function textOf(
  engine: Engine,
  action: string,
  payload: Record<string, unknown>,
): Promise<{ text: string; meta?: AnswerMeta }> {
  const performed = await perform(engine, action, payload)
  if ('failed' in performed) return { text: JSON.stringify(performed.failed) }
  const { done, meta } = performed
  if ('text' in done) return { text: `{"data":${done.text}}`, meta }
  const { data, transactionId } = done
  return { text: JSON.stringify({ data, transactionId }), meta }
}
