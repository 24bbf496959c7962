import type { IncomingMessage, ServerResponse } from 'node:http'
import { brief } from '../console/calls'
import { findDocuments } from '../console/documents'
import { sendLines } from '../console/export'
import { listFunctions } from '../console/functions'
import { importLines } from '../console/import'
import { failure } from '../errors'
import { json } from './gateway'
import type { Parts } from './routes'

const SHOWN = 50
const BRIEFED = 200

const isThere = ({ collections }: Parts['store'], name: string): boolean =>
  collections().some((each) => each.name === decodeURIComponent(name))

/** What the console page asks for: data, exports, imports. False where the path is none of them. */
export async function consoleRoutes(
  parts: Parts,
  area: string,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { store, functions, clock } = parts
  const query = new URL(request.url ?? '/', 'http://local').searchParams
  const collection = query.get('collection') ?? undefined
  // Nobody may lay the console, invisible, under their own buttons.
  if (area === 'console') response.setHeader('x-frame-options', 'DENY')
  if (area === 'import' && name === '' && request.method === 'POST') {
    const answer = await importLines(store, request, collection, clock.now())
    json(response, answer, 'error' in answer ? 400 : 200)
    return true
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  if (area === 'export' && name === '') await sendLines(store, collection, request, response)
  else if (area === 'collections' && name === '') json(response, store.collections())
  else if (area === 'collections' && !isThere(store, name))
    json(response, failure('malformed', 'there is no such collection'), 404)
  else if (area === 'collections' && query.size === 0)
    json(response, store.find(decodeURIComponent(name), {}, SHOWN))
  else if (area === 'collections') {
    const found = await findDocuments(store, decodeURIComponent(name), query, clock.now())
    json(response, found, 'error' in found ? 400 : 200)
  } else if (area === 'functions' && name === '') json(response, listFunctions(functions, clock.now()))
  else if (area === 'calls' && name === '' && query.has('brief'))
    json(response, functions.calls.slice(-BRIEFED).map(brief))
  else return false
  return true
}
