import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { answerSdk, readBody } from './admin'
import { makeFiles } from './files'
import { makeFunctions } from './functions'
import { makeOpenApi } from './openapi'
import { servePage } from './pages'
import { makePhones } from './phones'
import { openStore } from './store'
import { startTimers, timerEvent } from './timers'
import type { Emulator, EmulatorOptions } from './types'

export type { CallAnswer, CallRecord, Emulator, EmulatorOptions, Template } from './types'

/** What a mini-program may send in one call. */
const MAX_EVENT = 100 * 1024
const HOST = '127.0.0.1'

/** Refuses a second emulator on one directory; a lock of a process that is gone is taken over. */
function lock(dir: string): () => void {
  const file = join(dir, 'lock')
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (holder && holder !== process.pid && alive(holder))
    throw new Error(`${dir} is in use by another local cloud (process ${holder})`)
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Starts the local cloud. For development, tests and demonstrations: it believes whatever openid a header names. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  // The cloud's clock is UTC, and a worker thread has its process's zone.
  process.env.TZ = 'UTC'
  mkdirSync(options.dir, { recursive: true })
  const unlock = lock(options.dir)
  const store = openStore({ file: join(options.dir, 'database.sqlite'), schema: options.schema })
  const files = makeFiles(options.dir)
  const phones = makePhones(options.dir, options.templates ?? [])
  const lastActive = new Map<string, number>()
  let baseUrl = ''
  const functions = makeFunctions(options, (instance) => `${baseUrl}/admin/instance/${instance}`)
  const push = (event: object) => void functions.call(options.pushFunction ?? 'wechat', event)
  const openApi = makeOpenApi({ phones, lastActive, push })
  const sdk = { store, functions, files, openApi, baseUrl: () => baseUrl }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', baseUrl)
    const json = (value: unknown, status = 200, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(value))
    const header = request.headers['x-demo-openid']
    const openid = typeof header === 'string' && /^[\w-]{1,64}$/.test(header) ? header : undefined
    const [, area = '', name = ''] = pathname.split('/')
    const post = request.method === 'POST'

    if (post && area === 'call') {
      const body = await readBody(request, MAX_EVENT)
      if (!body)
        return void json({ error: { code: -501007, message: 'request data size exceeds limit 100K' } })
      if (!openid)
        return void json({
          error: { code: -501007, message: 'header x-demo-openid is missing or malformed' },
        })
      const event = parseJson(body)
      if (event === undefined) return void json({ error: { code: -501007, message: 'the body is not JSON' } })
      lastActive.set(openid, Date.now())
      const { id, ...answer } = await functions.call(name, event, openid)
      return void json(answer, 200, { 'x-call-id': id })
    }
    if (post && area === 'admin' && name === 'timer') {
      const { id, ...answer } = await functions.call(pathname.split('/')[3] ?? '', timerEvent('manual'))
      return void json(answer, 200, { 'x-call-id': id })
    }
    if (post && area === 'admin') {
      const { type, body } = await answerSdk(sdk, pathname.split('/')[3] ?? '', request)
      return void response.writeHead(200, { 'content-type': type }).end(body)
    }
    if (post && area === 'upload') {
      const fileID = openid && (await files.save(searchParams.get('path') ?? '', request))
      return void (fileID
        ? json({ fileID })
        : json({ error: { code: -503001, message: 'bad openid or path' } }))
    }
    if (area === 'files' && !post)
      return files.serve(decodeURIComponent(pathname.slice('/files/'.length)), searchParams, response)
    if (area === 'calls' && !post)
      return void json(functions.calls.find((call) => call.id === name) ?? functions.calls.slice(-100))
    if (area === 'collections' && !post)
      return void json(name ? store.find(name, {}, 50) : store.collections())
    if (area === 'wechat' && name === 'subscribe' && post) {
      const asked = parseJson((await readBody(request, MAX_EVENT)) ?? Buffer.from('')) as
        | { templateIds?: unknown; answer?: unknown }
        | undefined
      const ids = Array.isArray(asked?.templateIds)
        ? asked.templateIds.filter((each) => typeof each === 'string')
        : []
      return void json(
        openid
          ? phones.subscribe(openid, ids, typeof asked?.answer === 'string' ? asked.answer : 'accept')
          : {},
      )
    }
    if (pathname === '/wechat/messages') return void json(phones.messages(searchParams.get('openid') ?? ''))
    if (pathname === '/wechat/messages/stream')
      return stream(searchParams.get('openid') ?? '', request, response)
    if (!post && servePage(options.pages ?? {}, pathname, response)) return
    json({ error: { code: 404, message: 'nothing here' } }, 404)
  }

  function stream(openid: string, request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('\n')
    request.on(
      'close',
      phones.watch(openid, (message) => response.write(`data: ${JSON.stringify(message)}\n\n`)),
    )
  }

  const server = createServer((request, response) => {
    // A web page from elsewhere may not talk to it, by its own origin or by a name that points here.
    const { host, origin } = request.headers
    const own = [baseUrl, baseUrl.replace(HOST, 'localhost')]
    if (!own.includes(`http://${host}`) || (origin !== undefined && !own.includes(origin))) {
      response.writeHead(403).end()
      return
    }
    serve(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: { code: -501007, message: 'malformed request' } }))
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((ready, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      unlock()
      store.close()
      failed(
        error.code === 'EADDRINUSE'
          ? new Error(`port ${options.port} is taken; choose another with --port, or 0 for any`)
          : error,
      )
    })
    server.listen(options.port ?? 0, HOST, ready)
  })
  baseUrl = `http://${HOST}:${(server.address() as AddressInfo).port}`
  const stopTimers = options.timers === false ? () => undefined : startTimers(functions)

  return {
    url: baseUrl,
    store,
    calls: () => functions.calls,
    call: (name, event, openid) => {
      if (openid) lastActive.set(openid, Date.now())
      return functions.call(name, event, openid)
    },
    async close() {
      stopTimers()
      await functions.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      store.close()
      unlock()
    },
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString()) as unknown
  } catch {
    return undefined
  }
}
