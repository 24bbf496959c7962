import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { failure } from '../errors'

export const HOST = '127.0.0.1'

export interface Gateway {
  url: string
  port: number
  close(): Promise<void>
}

export type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    })
    .end(JSON.stringify(value))
}

/** What a page from elsewhere may fetch too: such an address is signed, as the cloud's are. */
const isSigned = (url = '') => url.startsWith('/files/')

/**
 * Whether a request comes from nobody's web page, or from one of this address's own. A page from elsewhere has another
 * Origin, one that had its own name point here has another Host; a picture or script that a page from elsewhere loads has
 * no Origin, but browsers say so in Sec-Fetch-Site. Following a link to here is fine.
 */
function isOwn({ headers, url }: IncomingMessage, own: readonly string[]): boolean {
  const { host, origin } = headers
  if (!own.includes(`http://${host}`)) return false
  if (origin !== undefined) return own.includes(origin)
  const foreign = ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']))
  return !foreign || headers['sec-fetch-mode'] === 'navigate' || isSigned(url)
}

/** Listens on the loopback address only, and answers only its own. Whatever `serve` throws is a malformed request. */
export async function listen(port: number, serve: Serve): Promise<Gateway> {
  let own: string[] = []
  // Without a listener for upgrades they come here as well, and are answered as what they ask for.
  const server = createServer((request, response) => {
    if (!isOwn(request, own)) {
      request.resume()
      json(response, { error: { code: 403, message: 'this local cloud answers its own pages only' } }, 403)
      return
    }
    Promise.resolve()
      .then(() => serve(request, response))
      .catch(() => {
        if (response.headersSent) response.destroy()
        else json(response, failure('malformed'), 400)
      })
  })
  // Shorter than a client's own patience would reset connections that are just being used again.
  server.keepAliveTimeout = 60_000
  await start(server, port)
  const { port: actual } = server.address() as AddressInfo
  own = [`http://${HOST}:${actual}`, `http://localhost:${actual}`]
  return {
    url: `http://${HOST}:${actual}`,
    port: actual,
    async close() {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
    },
  }
}

function start(server: Server, port: number): Promise<void> {
  return new Promise((ready, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(
        error.code === 'EADDRINUSE'
          ? new Error(`port ${port} is taken by another program; choose another one, or 0 for any`)
          : error,
      ),
    )
    server.listen(port, HOST, () => {
      // A connection that breaks is its own business.
      server.on('error', () => undefined)
      ready()
    })
  })
}
