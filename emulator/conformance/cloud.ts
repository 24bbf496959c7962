import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { environmentOf } from '../runtime/pool'
import { openStore, type Store, type StoreOptions } from '../store'

// biome-ignore lint/suspicious/noExplicitAny: the SDK's types do not fit its own answers
export type Database = any

/** A store behind a bare server, and the real wx-server-sdk pointed at it. */
export interface Cloud {
  db: Database
  store: Store
  /** What the clock of the store shows. */
  now: number
  close(): void
}

/** @param options of the store, instead of an empty one in memory; `store` may be replaced by another */
export async function openCloud(options: Partial<StoreOptions> = {}): Promise<Cloud> {
  const cloud = { now: Date.UTC(2024, 4, 1, 12) } as Cloud
  cloud.store = openStore({
    ...{ file: ':memory:', schema: { collections: {} }, now: () => cloud.now },
    ...options,
  })
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', async () => {
      const payload = JSON.parse(Buffer.concat(parts).toString())
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ requestId: 'r', ...(await cloud.store.handle(payload.action, payload)) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  Object.assign(process.env, environmentOf(`http://127.0.0.1:${port}/admin`))
  const sdk = require('wx-server-sdk')
  sdk.init({ env: 'local' })
  const close = () => {
    server.closeAllConnections()
    server.close()
    cloud.store.close()
  }
  return Object.assign(cloud, { db: sdk.database(), close })
}
