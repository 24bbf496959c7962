import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmulator } from '../../emulator'

/** What both servers answer alike: twenty documents such as the local cloud holds. */
const thing = (n: number) => ({ _id: `id${n}`, kind: `k${n % 50}`, n, name: '王秀英', village: '李家湾村' })
const BATCH = 20_000

/** A server that answers a constant: the limit of what the SDK and HTTP allow. */
async function constant(): Promise<string> {
  const list = Array.from({ length: 20 }, (_, n) => JSON.stringify(thing(n)))
  const body = JSON.stringify({ requestId: 'r', data: { list, offset: 0, limit: 20 } })
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(body))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The local cloud with so many documents in one collection, sorted by an index. */
async function cloud(documents: number): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-cloud-'))
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
  const keys = ['kind', 'n'].map((field) => ({ field, direction: 1 as const }))
  const { url, store } = await startEmulator({
    ...{ dir, functions: join(dir, 'none'), timers: false },
    schema: { collections: { things: { indexes: [{ name: 'kind', keys }] }, other: {} } },
  })
  for (let from = 0; from < documents; from += BATCH)
    store.insertMany(
      'things',
      Array.from({ length: Math.min(BATCH, documents - from) }, (_, n) => thing(from + n)),
    )
  return url
}

const [what = 'constant'] = process.argv.slice(2)
void (what === 'constant' ? constant() : cloud(Number(what))).then((url) => process.send?.({ url }))
// Asked for its memory, in bytes, after what can be thrown away has been.
process.on('message', () => {
  global.gc?.()
  process.send?.({ memory: process.memoryUsage().rss })
})
process.once('disconnect', () => process.exit(0))
