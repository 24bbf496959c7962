/**
 * One function instance: the unmodified bundle in a worker thread of its own, one invocation at a time, as in the cloud.
 * The identity is the thread's environment, read by the SDK at each getWXContext().
 * Compiled by esbuild when the local cloud starts, and run from text: besides kept-code, it imports only Node's own
 * modules.
 */
import Module, { createRequire } from 'node:module'
import { format } from 'node:util'
import { getHeapStatistics } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import { keptCodeOf } from './kept-code'

const { bundle, compiled, home, clock, memoryMb } = workerData as {
  bundle: string
  /** A folder where V8's code of bundles is kept: see kept-code. */
  compiled?: string
  /** A file of the local cloud: what a function did not install is looked for from here. */
  home: string
  clock: SharedArrayBuffer
  memoryMb: number
}
const port = parentPort
if (!port) throw new Error('runs in a worker thread only')

interface Invocation {
  /** The event as JSON. */
  text: string
  /** The identity; what is missing is taken out of the environment. */
  identity: Record<string, string | undefined>
  /** What the cloud adds to the event of a mini-program's call. */
  userInfo?: object
  context: object
}

// The local cloud's clock may be moved; timers and performance.now() stay real.
const RealDate = Date
const realNow = Date.now
const ahead = new Float64Array(clock)
const now = () => realNow() + (ahead[0] ?? 0)
RealDate.now = now
const MovedDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
  apply: (target) => new target(now()).toString(),
})
Object.defineProperty(RealDate.prototype, 'constructor', { value: MovedDate })
globalThis.Date = MovedDate

// The thread's own limit counts only the heap: buffers lie outside of it, and would take the machine's memory.
const MB = 1024 * 1024
const checkMemory = () => {
  const used = getHeapStatistics().external_memory / MB
  if (used <= memoryMb) return
  port.postMessage({ log: `memory limit of ${memoryMb} MB exceeded: ${Math.round(used)} MB in buffers` })
  port.postMessage({ failed: `memory limit of ${memoryMb} MB exceeded`, broken: true })
  process.exit(1)
}
type Allocate = (size: number) => Buffer
const checked = (allocate: Allocate, [size]: unknown[]) => {
  if (typeof size === 'number' && size >= MB) checkMemory()
  return allocate
}
for (const name of ['alloc', 'allocUnsafe', 'allocUnsafeSlow'] as const) {
  const limited = new Proxy(Buffer[name] as Allocate, {
    apply: (allocate, self, args) => Reflect.apply(checked(allocate, args), self, args) as Buffer,
    // There are packages that say `new Buffer.alloc()`.
    construct: (allocate, args) => Reflect.construct(checked(allocate, args), args) as object,
  })
  Object.assign(Buffer, { [name]: limited })
}
setInterval(checkMemory, 100).unref()

// By the port rather than by stdout, so that lines arrive before the answer they belong to.
for (const level of ['debug', 'info', 'log', 'warn', 'error'] as const) {
  console[level] = (...values: unknown[]) => port.postMessage({ log: format(...values) })
}

const say = (error: unknown) => {
  if (error instanceof Error && error.stack) port.postMessage({ log: error.stack })
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

// A function has the SDK it installed; one that installed none, as a public repository comes, has the local cloud's.
const loader = Module as unknown as { _resolveFilename(request: string, ...rest: unknown[]): string }
const resolveFilename = loader._resolveFilename
loader._resolveFilename = (request, ...rest) => {
  try {
    return resolveFilename(request, ...rest)
  } catch (error) {
    if (request !== 'wx-server-sdk') throw error
    return createRequire(home).resolve(request)
  }
}

type Done = (error: unknown, result?: unknown) => void
type Main = (event: unknown, context: object, done: Done) => unknown

const keepCode = compiled ? keptCodeOf(bundle, compiled) : undefined
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

/** What main answers; one that takes a third parameter may answer by calling it. */
async function run(main: Main, event: unknown, context: object): Promise<unknown> {
  let done: Done = () => undefined
  const called = new Promise((resolve, reject) => {
    done = (error, result) => (error ? reject(error) : resolve(result))
  })
  called.catch(() => undefined)
  const result = main(event, context, done)
  return main.length >= 3 && result === undefined ? called : result
}

async function invoke({ text, identity, userInfo, context }: Invocation): Promise<object> {
  if (broken !== undefined) return { failed: broken, broken: true }
  for (const [name, value] of Object.entries(identity)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  const event = JSON.parse(text) as unknown
  if (userInfo && typeof event === 'object' && event !== null && !Array.isArray(event)) {
    Object.assign(event, { userInfo })
  }
  return { result: JSON.stringify(await run(loaded.main as Main, event, context)) ?? 'null' }
}

port.on('message', (invocation: Invocation) => {
  invoke(invocation)
    .then(
      (answer) => port.postMessage(answer),
      (error) => port.postMessage({ failed: say(error) }),
    )
    // After the first answer, when what it needs has been compiled.
    .then(() => keepCode && setImmediate(keepCode))
})
