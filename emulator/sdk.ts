import type { IncomingMessage } from 'node:http'
import { FAILURES } from './errors'
import type { Files } from './files'
import { isPath } from './files'
import { readBody } from './http/body'
import type { Functions } from './runtime/functions'
import type { Store } from './store'
import type { Exchange } from './types'
import type { OpenApi } from './wechat/openapi'

export interface SdkParts {
  store: Store
  functions: Functions
  files: Files
  openApi: OpenApi
  /** This local cloud's address, for the addresses of files. */
  base(): string
}

type Payload = Record<string, unknown>
type Answer = { data: unknown } | { code: string; message: string }

/** Bigger than anything the SDK sends: a document has at most 16 MB. */
const MAX_BODY = 24 * 1024 * 1024
/** Files in one exchange, the cloud's limit. */
const MAX_FILES = 50

/** What the SDK is told of a call it makes, by the number a mini-program is told. */
const CODES: Record<number, string> = {
  [FAILURES.tooManyCalls.code]: 'EXCEED_CONCURRENT_REQUEST_LIMIT',
}

let exchanges = 0
const wrong = (message: string): Answer => ({ code: 'INVALID_PARAM', message })

/**
 * Answers one exchange of the SDK, in the cloud's own protocol. `instance` is who asks, so that the exchange is counted
 * with its call. Never rejects.
 */
export async function answerSdk(
  parts: SdkParts,
  instance: string,
  request: IncomingMessage,
): Promise<{ type: string; body: Buffer | string }> {
  const startedAt = performance.now()
  const record = parts.functions.recordOf(instance)
  const requestId = `local-${++exchanges}`
  const json = (answer: object) => ({
    type: 'application/json',
    body: JSON.stringify({ requestId, ...answer }),
  })
  const note = (exchange: Omit<Exchange, 'ms'>) =>
    record?.exchanges.push({ ...exchange, ms: Math.round((performance.now() - startedAt) * 100) / 100 })
  try {
    const contentType = request.headers['content-type'] ?? ''
    const body = await readBody(request, MAX_BODY)
    if (!body) return json({ code: 'EXCEED_REQUEST_SIZE_LIMIT', message: 'request data size exceeds limit' })
    if (contentType.startsWith('multipart/form-data')) {
      const permitted = record ? parts.functions.configOf(record.function).permissions?.openapi : []
      const { name, answer } = await parts.openApi.answer(
        body,
        contentType,
        Array.isArray(permitted) ? permitted : [],
      )
      note({ action: `openapi.${name}`, scanned: 0, returned: 1 })
      return { type: 'application/octet-stream', body: answer }
    }
    const payload = JSON.parse(body.toString()) as Payload | null
    const action = payload?.action
    if (!payload || typeof action !== 'string') return json(wrong('action is required'))
    if (!action.startsWith('database.')) {
      const answer = await otherAction(parts, instance, action, payload)
      note({ action, scanned: 0, returned: 1 })
      return json(answer)
    }
    const answer = await parts.store.handle(action, payload)
    if (!('data' in answer)) {
      note({ action, scanned: 0, returned: 0 })
      return json(answer)
    }
    const { meta, ...said } = answer
    note({ action, ...meta })
    return json(said)
  } catch (error) {
    return json(wrong(`malformed request: ${(error as Error).message}`))
  }
}

async function otherAction(
  parts: SdkParts,
  instance: string,
  action: string,
  payload: Payload,
): Promise<Answer> {
  const { functions, files, base } = parts
  switch (action) {
    case 'storage.batchGetDownloadUrl': {
      const wanted = payload.file_list
      if (!Array.isArray(wanted) || wanted.length > MAX_FILES)
        return wrong(`file_list: at most ${MAX_FILES} files`)
      const list = (wanted as (string | { fileid?: unknown; max_age?: unknown } | null)[]).map((each) =>
        typeof each === 'string'
          ? files.address(each, base())
          : files.address(each?.fileid, base(), each?.max_age),
      )
      return { data: { download_list: list } }
    }
    case 'storage.batchDeleteFile': {
      const wanted = payload.fileid_list
      if (!Array.isArray(wanted) || wanted.length > MAX_FILES)
        return wrong(`fileid_list: at most ${MAX_FILES} files`)
      return { data: { delete_list: wanted.map((fileID) => files.remove(fileID)) } }
    }
    case 'storage.getUploadMetadata': {
      const { path } = payload
      if (typeof path !== 'string' || !isPath(path)) return wrong('path')
      return { data: files.uploadAddress(path, base()) }
    }
    case 'functions.invokeFunction': {
      const text = payload.request_data
      if (text !== undefined && typeof text !== 'string') return wrong('request_data')
      const answer = await functions.callFrom(instance, String(payload.function_name), checked(text || '{}'))
      if ('error' in answer)
        return { code: CODES[answer.error.code] ?? 'FUNCTIONS_EXECUTE_FAIL', message: answer.error.message }
      return { data: { response_data: JSON.stringify(answer.result) } }
    }
    default:
      return wrong(`unknown action ${action.slice(0, 60)}`)
  }
}

/** The text, if it is JSON; throws otherwise. */
function checked(text: string): string {
  JSON.parse(text)
  return text
}
