import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { ClientCall } from '../calls'
import type { Clock } from '../clock'
import { failure } from '../errors'
import { LOST } from '../faults'
import type { Files } from '../files'
import type { Functions } from '../runtime/functions'
import { answerSdk, type SdkParts } from '../sdk'
import type { Snapshots } from '../snapshots'
import type { CallAnswer } from '../types'
import type { Phones } from '../wechat/phones'
import { adminRoutes } from './admin'
import { parseJson, readBody } from './body'
import { consoleRoutes } from './console'
import { json, type Serve } from './gateway'
import { contentType, servePage } from './pages'
import { phoneRoutes } from './phones'
import { sendFile } from './send'

export interface Parts extends SdkParts, Snapshots {
  clock: Clock
  clientCall: ClientCall
  phones: Phones
  pages: Record<string, string>
  fireTimer(name: string): Promise<CallAnswer & { id: string }>
}

/** What a mini-program may send in one call. */
const MAX_EVENT = 100 * 1024
const OPENID = /^[\x21-\x7e]{1,128}$/
const USES: Record<string, 'get' | 'put'> = { GET: 'get', HEAD: 'get', PUT: 'put' }
/** Where the SDK asks: an instance of a function at an address of its own, anybody else at the bare one. */
const SDK = /^\/admin(?:\/instance\/([\w-]+))?(?:\?|$)/
const CONSOLE = { '/console': join(__dirname, '..', 'console', 'page') }

/** Who the demonstration says is calling; undefined where it does not say. */
export function openidOf(request: IncomingMessage): string | undefined {
  const header = request.headers['x-demo-openid']
  return typeof header === 'string' && OPENID.test(header) ? header : undefined
}

/** Everything the local cloud answers over HTTP. */
export const routes = (parts: Parts): Serve => {
  const { functions, files, pages } = parts
  return async (request, response) => {
    // Most of all requests, so not looked at closer than it takes.
    const asker = request.method === 'POST' ? SDK.exec(request.url ?? '') : null
    if (asker) return sdk(parts, asker[1] ?? '', request, response)
    const { pathname, searchParams } = new URL(request.url ?? '/', parts.base())
    const [, area = '', name = '', last = ''] = pathname.split('/')
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (area === 'admin' && (await adminRoutes(parts, name, last, request, response))) return
    if (request.method === 'POST') {
      if (area === 'call') return call(parts, name, request, response)
      if (area === 'upload') return upload(files, searchParams.get('path') ?? '', request, response)
      if (area === 'admin') return sdk(parts, last, request, response)
    }
    if (area === 'files') return file(files, pathname, searchParams, request, response)
    if (area === 'wechat' && (await phoneRoutes(parts.phones, name, last, request, response))) return
    if (await consoleRoutes(parts, area, name, request, response)) return
    if (area === 'calls' && reads) return calls(functions, name, response)
    if (reads && servePage({ ...pages, ...CONSOLE }, pathname, request, response)) return
    request.resume()
    json(response, { error: { code: 404, message: 'nothing here' } }, 404)
  }
}

async function sdk(
  parts: Parts,
  instance: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const said = await answerSdk(parts, instance, request)
  if (said === LOST) return void response.destroy()
  const { type, body } = said
  // Without its length it would go out in pieces.
  response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
}

async function call(
  parts: Parts,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, MAX_EVENT)
  if (!body) return json(response, failure('requestTooBig'))
  const openid = openidOf(request)
  if (!openid) return json(response, failure('malformed', 'header x-demo-openid says who is calling'), 400)
  const text = body.toString() || '{}'
  if (parseJson(text) === undefined) return json(response, failure('malformed', 'the body is not JSON'), 400)
  const called = await parts.clientCall(name, text, openid)
  if (called === LOST) return void response.destroy()
  const { id, ...answer } = called
  json(response, answer, 200, { 'x-call-id': id })
}

async function upload(
  files: Files,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const openid = openidOf(request)
  const answer = openid
    ? await files.save(path, request, openid)
    : failure('malformed', 'header x-demo-openid says who is uploading')
  request.resume()
  json(response, answer)
}

async function file(
  files: Files,
  pathname: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = decodeURIComponent(pathname.slice('/files/'.length))
  const use = USES[request.method ?? '']
  if (!use || !files.allows(use, path, query)) {
    request.resume()
    response.writeHead(403).end()
    return
  }
  if (use === 'get') return sendFile(files.fileOf(path), contentType(path), request, response)
  const answer = await files.save(path, request)
  // The SDK reads an empty body as success, an XML error as what it says.
  if ('fileID' in answer) response.writeHead(200).end()
  else {
    const { message } = answer.error
    const xml = `<Error><Code>Failed</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`
    response.writeHead(400, { 'content-type': 'application/xml' }).end(xml)
  }
}

function calls(functions: Functions, id: string, response: ServerResponse): void {
  const found = id === '' ? functions.calls.slice(-200) : functions.calls.find((each) => each.id === id)
  if (found) json(response, found)
  else json(response, { error: { code: 404, message: 'no such call (the last 2,000 are kept)' } }, 404)
}
