import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { failure } from '../errors'
import { json } from '../http/gateway'
import type { Store } from '../store'
import { readable } from './documents'

/** Lines sent at once: one by one would be mostly overhead. */
const TOGETHER = 100

/** A collection's documents, one a line, as the cloud's own console exports and imports them. */
function* linesOf(store: Store, name: string): Generator<string> {
  for (const text of store.texts(name)) yield JSON.stringify(readable(text))
}

/** Every collection: a line that names it, then its documents, each with where it belongs. */
function* linesOfAll(store: Store): Generator<string> {
  for (const { name } of store.collections()) {
    const collection = JSON.stringify(name)
    yield `{"collection":${collection}}`
    for (const line of linesOf(store, name)) yield `{"collection":${collection},"document":${line}}`
  }
}

function* together(lines: Iterable<string>): Generator<string> {
  let some: string[] = []
  for (const line of lines) {
    some.push(line)
    if (some.length < TOGETHER) continue
    yield `${some.join('\n')}\n`
    some = []
  }
  if (some.length > 0) yield `${some.join('\n')}\n`
}

/** Answers with a collection, or all, as a file of JSON lines; a few documents are in memory at a time. */
export async function sendLines(
  store: Store,
  name: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (name !== undefined && !store.collections().some((each) => each.name === name))
    return json(response, failure('malformed', `there is no collection ${name.slice(0, 64)}`), 404)
  const file = encodeURIComponent(`${name ?? 'local-cloud'}.jsonl`)
  response.writeHead(200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'content-disposition': `attachment; filename*=UTF-8''${file}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  if (request.method === 'HEAD') return void response.end()
  const lines = name === undefined ? linesOfAll(store) : linesOf(store, name)
  // Whoever stops downloading ends it.
  await pipeline(Readable.from(together(lines)), response).catch(() => undefined)
}
