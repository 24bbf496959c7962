import type { IncomingMessage, ServerResponse } from 'node:http'
import { failure } from '../errors'
import type { Phones } from '../wechat/phones'
import { parseJson, readBody } from './body'
import { json } from './gateway'
import { openidOf } from './routes'

const MAX_BODY = 10 * 1024
/** Below what proxies and browsers take for a dead connection. */
const HEARTBEAT_MS = 25_000

/** WeChat's side of a phone: subscriptions and service messages. False where the path is none of them. */
export async function phoneRoutes(
  phones: Phones,
  name: string,
  last: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const query = new URL(request.url ?? '/', 'http://local').searchParams
  const openid = query.get('openid') ?? undefined
  if (name === 'subscribe' && request.method === 'POST') {
    await subscribe(phones, request, response)
    return true
  }
  if (name === 'grants' && request.method === 'GET') {
    json(response, phones.grants())
    return true
  }
  if (name !== 'messages' || request.method !== 'GET') return false
  if (last === '') json(response, phones.messages(openid))
  else if (last === 'stream') stream(phones, openid, request, response)
  else return false
  return true
}

async function subscribe(phones: Phones, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const openid = openidOf(request)
  const body = await readBody(request, MAX_BODY)
  const asked =
    body && (parseJson(body.toString()) as { templateIds?: unknown; answer?: unknown } | null | undefined)
  if (!openid || !asked || !Array.isArray(asked.templateIds)) {
    return json(response, failure('malformed', 'header x-demo-openid and {templateIds, answer?}'), 400)
  }
  json(response, phones.subscribe(openid, asked.templateIds, asked.answer ?? 'accept'))
}

/** Server-sent events: new messages; after a broken connection also those missed meanwhile. */
function stream(
  phones: Phones,
  openid: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const send = (message: { id: number }) =>
    response.write(`id: ${message.id}\ndata: ${JSON.stringify(message)}\n\n`)
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': here\n\n')
  const seen = Number(request.headers['last-event-id'])
  if (Number.isSafeInteger(seen) && seen > 0) phones.messages(openid, seen).forEach(send)
  const stop = phones.watch(openid, send)
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS)
  response.on('close', () => {
    clearInterval(heartbeat)
    stop()
  })
}
