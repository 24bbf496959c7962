import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock'
import { failure } from '../errors'
import type { FaultRule, Faults } from '../faults'
import { parseJson, readBody } from './body'
import { json } from './gateway'
import type { Parts } from './routes'

const MAX_BODY = 64 * 1024
/** What a Date can hold. */
const LATEST = 8_640_000_000_000_000

/** What is not in the cloud: timers by hand, the clock, faults, snapshots. False where the path is none of them. */
export async function adminRoutes(
  { fireTimer, clock, faults, snapshot, restore }: Parts,
  name: string,
  last: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { method } = request
  if (name === 'timer' && method === 'POST') {
    request.resume()
    const { id, ...answer } = await fireTimer(decodeURIComponent(last))
    json(response, answer, 200, { 'x-call-id': id })
    return true
  }
  if (name === 'clock' && method === 'POST') {
    const wrong = await moveClock(clock, await bodyOf(request))
    if (wrong) json(response, failure('malformed', wrong), 400)
    else json(response, timeOf(clock))
    return true
  }
  if (name === 'clock' && method === 'GET') {
    json(response, timeOf(clock))
    return true
  }
  if (name === 'snapshot' && method === 'POST') {
    request.resume()
    json(response, { token: await snapshot() })
    return true
  }
  if (name === 'restore' && method === 'POST') {
    try {
      await restore(String((await bodyOf(request))?.token))
      json(response, {})
    } catch (error) {
      json(response, failure('malformed', (error as Error).message), 400)
    }
    return true
  }
  return name === 'faults' && (await faultRoutes(faults, last, request, response))
}

/** POST adds a rule, GET lists them with what they did, DELETE takes one (by its id) or all away. */
async function faultRoutes(
  faults: Faults,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { method } = request
  if (method === 'POST') {
    try {
      json(response, faults.add((await bodyOf(request)) as unknown as FaultRule))
    } catch (error) {
      json(response, failure('malformed', (error as Error).message), 400)
    }
    return true
  }
  if (method === 'DELETE') {
    request.resume()
    faults.clear(id === '' ? undefined : Number(id))
  } else if (method !== 'GET') return false
  json(response, faults.list())
  return true
}

/** A small JSON object; undefined where the body is none. */
async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  const body = await readBody(request, MAX_BODY)
  const value = body && parseJson(body.toString())
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
}

const timeOf = (clock: Clock) => ({
  now: clock.now(),
  iso: new Date(clock.now()).toISOString(),
  ahead: clock.ahead(),
})

/** Moves the clock; answers what is wrong with the request. */
async function moveClock(
  clock: Clock,
  asked: Record<string, unknown> | undefined,
): Promise<string | undefined> {
  const { set, advance, reset } = asked ?? {}
  if (reset === true) await clock.reset()
  else if (typeof advance === 'number' && Math.abs(clock.now() + advance) <= LATEST)
    await clock.advance(advance)
  else {
    const to = typeof set === 'string' ? Date.parse(set) : set
    if (typeof to !== 'number' || !(Math.abs(to) <= LATEST))
      return '{"set": ISO time or milliseconds}, {"advance": milliseconds} or {"reset": true}'
    await clock.set(to)
  }
  return undefined
}
