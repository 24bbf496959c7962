import type { IncomingMessage } from 'node:http'
import { type Fault, type Faults, LOST, under } from './faults'
import type { Files } from './files'
import { readBody } from './http/body'
import type { Functions } from './runtime/functions'
import { otherAction, type Payload, wrong } from './sdk-actions'
import type { Store } from './store'
import type { CallRecord, Exchange } from './types'
import { Absent, type OpenApi } from './wechat/openapi'

export interface SdkParts {
  store: Store
  functions: Functions
  files: Files
  openApi: OpenApi
  faults: Faults
  /** This local cloud's address, for the addresses of files. */
  base(): string
}

type Meta = Pick<Exchange, 'collection' | 'scanned' | 'returned'>
type Said = { type: string; body: Buffer | string; meta: Meta }

/** One exchange, understood but not yet done. */
interface Asked {
  action: string
  collection?: string
  run(): Promise<Said>
  /** The same asker told of an error. */
  refuse(error: { code: string | number; message: string }): Promise<Said>
}

/** Bigger than anything the SDK sends: a document has at most 16 MB. */
const MAX_BODY = 24 * 1024 * 1024
const NOTHING: Meta = { scanned: 0, returned: 0 }

const JSON_TYPE = 'application/json'

let exchanges = 0
const nextId = () => `local-${++exchanges}`
const say = (answer: object, meta = NOTHING): Said => ({
  type: JSON_TYPE,
  body: JSON.stringify({ requestId: nextId(), ...answer }),
  meta,
})

/**
 * Answers one exchange of the SDK, in the cloud's own protocol; LOST where a fault has the connection break. `instance` is
 * who asks, so that the exchange is counted with its call. Never rejects.
 */
export async function answerSdk(
  parts: SdkParts,
  instance: string,
  request: IncomingMessage,
): Promise<Said | typeof LOST> {
  const startedAt = performance.now()
  const record = parts.functions.recordOf(instance)
  const note = (asked: Asked, meta: Meta, fault: Fault | undefined) =>
    record?.exchanges.push({
      action: asked.action,
      ...meta,
      ...(fault === undefined ? {} : { fault }),
      ms: Math.round((performance.now() - startedAt) * 100) / 100,
    })
  try {
    const body = await readBody(request, MAX_BODY)
    if (!body) return say({ code: 'EXCEED_REQUEST_SIZE_LIMIT', message: 'request data size exceeds limit' })
    const asked = await read(parts, instance, body, request.headers['content-type'] ?? '', record)
    const { action, collection } = asked
    const { function: name, operation } = record ?? {}
    const fault = parts.faults.of({ function: name, operation, action, collection })
    const never = async (): Promise<typeof LOST> => {
      await new Promise((gone) => request.socket.once('close', gone))
      return LOST
    }
    const said = await under(fault, asked.run, asked.refuse, never)
    note(asked, said === LOST ? NOTHING : said.meta, fault)
    return said
  } catch (error) {
    const { message } = error as Error
    return say(wrong(error instanceof Absent ? message : `malformed request: ${message}`))
  }
}

async function read(
  parts: SdkParts,
  instance: string,
  body: Buffer,
  contentType: string,
  record: CallRecord | undefined,
): Promise<Asked> {
  if (contentType.startsWith('multipart/form-data'))
    return readOpenApi(parts, body, contentType, instance, record)
  const payload = JSON.parse(body.toString()) as Payload | null
  const action = payload?.action
  if (!payload || typeof action !== 'string') throw new Error('action is required')
  if (!action.startsWith('database.')) {
    return {
      action,
      run: async () => say(await otherAction(parts, instance, action, payload), { scanned: 0, returned: 1 }),
      refuse: async ({ code, message }) => say({ code: String(code), message }),
    }
  }
  const { collectionName, transactionId } = payload
  return {
    action,
    collection: typeof collectionName === 'string' ? collectionName : undefined,
    async run() {
      const { text, meta } = await parts.store.say(action, payload)
      return { type: JSON_TYPE, body: `{"requestId":"${nextId()}",${text.slice(1)}`, meta: meta ?? NOTHING }
    },
    async refuse({ code, message }) {
      // A transaction that met an error is over, as in the cloud.
      if (typeof transactionId === 'string')
        await parts.store.handle('database.abortTransaction', { transactionId })
      return say({ code: String(code), message })
    },
  }
}

async function readOpenApi(
  { openApi, functions }: SdkParts,
  body: Buffer,
  contentType: string,
  instance: string,
  record: CallRecord | undefined,
): Promise<Asked> {
  const asked = await openApi.read(body, contentType)
  // Whoever asks without being a function has no config.json to say what it may.
  const listed = record ? functions.configOf(record.function).permissions?.openapi : []
  const permitted = instance === '' ? [asked.name] : Array.isArray(listed) ? listed : []
  const said = (bytes: Buffer): Said => ({
    type: 'application/octet-stream',
    body: bytes,
    meta: { scanned: 0, returned: 1 },
  })
  return {
    action: `openapi.${asked.name}`,
    run: async () => said(await openApi.answer(asked, permitted, (line) => record?.log.push(line))),
    refuse: async (error) => said(openApi.refuse(error)),
  }
}
