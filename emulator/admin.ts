import type { IncomingMessage } from 'node:http'
import type { makeFiles } from './files'
import type { Functions } from './functions'
import type { makeOpenApi } from './openapi'
import type { Store } from './store'

export interface AdminParts {
  store: Store
  functions: Functions
  files: ReturnType<typeof makeFiles>
  openApi: ReturnType<typeof makeOpenApi>
  baseUrl(): string
}

/** Bigger than anything the SDK sends. */
const MAX_BODY = 8 * 1024 * 1024

export async function readBody(request: IncomingMessage, max = MAX_BODY): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > max) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

let exchanges = 0

/** Answers one exchange of the SDK; `instance` is who asks, so that the exchange is counted with its call. */
export async function answerSdk(
  parts: AdminParts,
  instance: string,
  request: IncomingMessage,
): Promise<{ type: string; body: Buffer | string }> {
  const body = await readBody(request)
  const requestId = `local-${++exchanges}`
  const record = parts.functions.recordOf(instance)
  const json = (answer: object) => ({
    type: 'application/json',
    body: JSON.stringify({ requestId, ...answer }),
  })
  const contentType = request.headers['content-type'] ?? ''
  try {
    if (body && contentType.startsWith('multipart/form-data')) {
      const permitted = record ? (parts.functions.configOf(record.function).permissions?.openapi ?? []) : []
      const { name, answer } = await parts.openApi(body, contentType, permitted)
      record?.exchanges.push({ action: `openapi.${name}`, scanned: 0, returned: 1 })
      return { type: 'application/octet-stream', body: answer }
    }
    const payload = body && (JSON.parse(body.toString()) as Record<string, unknown> | null)
    if (!payload || typeof payload.action !== 'string')
      return json({ code: 'INVALID_PARAM', message: 'action is required' })
    const { action } = payload
    if (!action.startsWith('database.')) {
      record?.exchanges.push({ action, scanned: 0, returned: 1 })
      return json(await otherAction(parts, action, payload))
    }
    const answer = await parts.store.handle(action, payload)
    const meta = 'meta' in answer ? answer.meta : { scanned: 0, returned: 0 }
    record?.exchanges.push({ action, ...meta })
    if (!('data' in answer)) return json(answer)
    // The transaction's id is read from the top of the answer.
    const { transactionId } = answer.data as { transactionId?: string }
    return json({ data: answer.data, transactionId })
  } catch (error) {
    return json({ code: 'INVALID_PARAM', message: `malformed request: ${(error as Error).message}` })
  }
}

async function otherAction(
  { functions, files, baseUrl }: AdminParts,
  action: string,
  payload: Record<string, unknown>,
): Promise<object> {
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, 50) : [])
  if (action === 'storage.batchGetDownloadUrl') {
    const wanted = list(payload.file_list).map((each) =>
      typeof each === 'string' ? each : (each as { fileid?: string }).fileid,
    )
    return { data: { download_list: wanted.map((fileID) => files.address(fileID, baseUrl())) } }
  }
  if (action === 'storage.batchDeleteFile')
    return { data: { delete_list: list(payload.fileid_list).map((each) => files.remove(each)) } }
  if (action === 'functions.invokeFunction') {
    const event =
      typeof payload.request_data === 'string' ? (JSON.parse(payload.request_data) as unknown) : {}
    const answer = await functions.call(String(payload.function_name), event)
    if ('error' in answer) return { code: 'FUNCTIONS_EXECUTE_FAIL', message: answer.error.message }
    return { data: { response_data: JSON.stringify(answer.result) } }
  }
  return { code: 'INVALID_PARAM', message: `unknown action ${action.slice(0, 60)}` }
}
