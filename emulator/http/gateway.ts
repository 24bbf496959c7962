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

/**
 * Listens on the loopback address only, and answers only who names this address: a web page from elsewhere has another
 * Origin, and one that had its own name point here has another Host. Whatever `serve` throws is a malformed request.
 */
export async function listen(port: number, serve: Serve): Promise<Gateway> {
  let own: string[] = []
  const server = createServer((request, response) => {
    const { host, origin } = request.headers
    if (!own.includes(`http://${host}`) || (origin !== undefined && !own.includes(origin))) {
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
