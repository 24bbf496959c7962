import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmulator } from '../../emulator'
import type { Store } from '../../emulator/store'
import { answering } from './child'
import { scansOf } from './scans'
import { PAGE, pageOf, schema, thing } from './things'

const BATCH = 20_000

interface Served {
  url: string
  store?: Store
}

/**
 * A server that answers a constant: the limit of what the SDK and HTTP allow. It is what the local cloud answers with so
 * many documents, byte for byte but for the request's number, as the SDK has to read it.
 */
async function constant(documents: number): Promise<Served> {
  const list = pageOf(documents).map((each) => JSON.stringify(each))
  const body = JSON.stringify({ requestId: 'local-1', data: { list, offset: 0, limit: PAGE } })
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(body))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** The local cloud with so many documents in one collection. */
async function cloud(documents: number): Promise<Served> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-cloud-'))
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
  const { url, store } = await startEmulator({ dir, functions: join(dir, 'none'), timers: false, schema })
  for (let from = 0; from < documents; from += BATCH)
    store.insertMany(
      'things',
      Array.from({ length: Math.min(BATCH, documents - from) }, (_, n) => thing(from + n)),
    )
  return { url, store }
}

const [what, documents] = process.argv.slice(2)
const served = what === 'constant' ? constant(Number(documents)) : cloud(Number(documents))
answering(async (question) => {
  const { url, store } = await served
  if (question === 'url') return url
  if (question === 'scans') return store && scansOf(store)
  // Resident memory in bytes, after what can be thrown away has been.
  global.gc?.()
  return process.memoryUsage().rss
})
