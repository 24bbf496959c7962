/**
 * One function instance: the unmodified bundle in a worker thread of its own, one invocation at a time, as in the cloud.
 * The identity is the thread's environment, read by the SDK at each getWXContext().
 * Compiled by esbuild when the local cloud starts, and run from text: this file imports only Node's own modules.
 */
import { createRequire } from 'node:module'
import { format } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'

const { bundle } = workerData as { bundle: string }
const port = parentPort
if (!port) throw new Error('runs in a worker thread only')

interface Invocation {
  /** The event as JSON. */
  text: string
  openid?: string
  /** What the cloud adds to the event of a mini-program's call. */
  userInfo?: object
  context: { request_id: string }
}

// By the port rather than by stdout, so that lines arrive before the answer they belong to.
for (const level of ['debug', 'info', 'log', 'warn', 'error'] as const) {
  console[level] = (...values: unknown[]) => port.postMessage({ log: format(...values) })
}

const say = (error: unknown) => {
  if (error instanceof Error && error.stack) port.postMessage({ log: error.stack })
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

let loaded: { main?: unknown } = {}
let broken: string | undefined
try {
  loaded = createRequire(bundle)(bundle) as { main?: unknown }
  if (typeof loaded.main !== 'function') broken = 'exports.main is not a function'
} catch (error) {
  broken = say(error)
}
// The zone cannot be set from here; the local cloud answers for it.
if (new Date(2026, 0, 1).getTimezoneOffset() !== 0) broken = 'the clock is not UTC: start with TZ=UTC'
port.postMessage({ ready: true })

async function invoke({ text, openid, userInfo, context }: Invocation): Promise<object> {
  if (broken !== undefined) return { failed: broken, broken: true }
  if (openid === undefined) delete process.env.WX_OPENID
  else process.env.WX_OPENID = openid
  if (userInfo) process.env.TCB_SOURCE = 'wx_client'
  else delete process.env.TCB_SOURCE
  const event = JSON.parse(text) as unknown
  if (userInfo && typeof event === 'object' && event !== null && !Array.isArray(event)) {
    Object.assign(event, { userInfo })
  }
  const result = await (loaded.main as (event: unknown, context: object) => unknown)(event, context)
  return { result: JSON.stringify(result) ?? 'null' }
}

port.on('message', (invocation: Invocation) => {
  invoke(invocation).then(
    (answer) => port.postMessage(answer),
    (error) => port.postMessage({ failed: say(error) }),
  )
})
