import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openStore, type Store } from '../store'

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

export async function openCloud(): Promise<Cloud> {
  const cloud: Partial<Cloud> = { now: Date.UTC(2024, 4, 1, 12) }
  const store = openStore({ file: ':memory:', schema: { collections: {} }, now: () => cloud.now as number })
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', async () => {
      const payload = JSON.parse(Buffer.concat(parts).toString())
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ requestId: 'r', ...(await store.handle(payload.action, payload)) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TCB_CONTEXT_CNFG: JSON.stringify({
      URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin`,
    }),
  })
  const sdk = require('wx-server-sdk')
  sdk.init({ env: 'local' })
  const close = () => {
    server.closeAllConnections()
    server.close()
    store.close()
  }
  return Object.assign(cloud as Cloud, { db: sdk.database(), store, close })
}
