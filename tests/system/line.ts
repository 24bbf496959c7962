import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OPERATIONS } from '../../contract'
import type { Answer } from '../../contract/envelope'
import { DEMO_ENVIRONMENT } from '../../demo/environment'
import { makeClock } from '../../emulator/clock'
import { type Caller, client, identityOf } from '../../emulator/runtime/identity'
import { makePool } from '../../emulator/runtime/pool'
import { COMPILED, FUNCTIONS } from '../../scripts/functions'
import type { Cloud } from './cloud'

/**
 * What can become of one exchange: the line breaks before it or while the answer is under way, a gateway is down, the
 * database is busy, the transaction is over; or the function is killed after it.
 */
export type Fate = 'neverSent' | 'answerLost' | 'unavailable' | 'busy' | 'ended' | 'killed'

export interface Line {
  /** Calls the real bundle of its operation, in an instance behind this line; undefined when it was killed. */
  call(openid: string, event: object): Promise<Answer | undefined>
  /** Runs the real jobs bundle, as its timer does; undefined when it was killed. */
  timer(): Promise<unknown>
  /** Decides over each exchange of the call, counted from 1; undefined lets it pass. */
  decide(fate: (n: number, action: string) => Fate | undefined): void
  /** What the last call exchanged. */
  actions: string[]
  /**
   * The exchanges of the last call after which a death can leave something else than a death before: each that lasts (a
   * commit, a write outside of a transaction, a file), and the one before it, when all is under way. Whoever dies between
   * two reads leaves what was there already.
   */
  deaths(): number[]
  close(): Promise<void>
}

/** The cloud's own words (the code of the first is a guess, the text is not). */
const BUSY = {
  code: 'DATABASE_TRANSACTION_BUSY',
  message: '[ResourceUnavailable.TransactionBusy] Transaction is busy',
}
const ENDED = {
  code: 'DATABASE_TRANSACTION_FAIL',
  message: '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server',
}

/** Reads, and what counts only once it is committed. */
const passes = (action: string, transactionId: string | undefined): boolean =>
  /^database\.(get|query|aggregate|count|startTransaction|abortTransaction)/.test(action) ||
  (transactionId !== undefined && action !== 'database.commitTransaction')

const functionOf = (event: object): string =>
  OPERATIONS.find(({ name }) => name === (event as { operation?: string }).operation)?.function ?? 'api'

/** A bad line between a function and the cloud: the bundle, the SDK and the store are the real ones. */
export async function startLine(cloud: Cloud): Promise<Line> {
  let fateOf: (n: number, action: string) => Fate | undefined = () => undefined
  let kill: () => Promise<unknown> = async () => undefined
  const actions: string[] = []
  const lasting: number[] = []

  async function forward(path: string, type: string, body: string | Uint8Array<ArrayBuffer>) {
    const response = await fetch(cloud.emulator.url + path, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    return { type: response.headers.get('content-type') ?? '', text: await response.text() }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const type = 'application/json'
    const sent = request.headers['content-type'] ?? type
    // Calls of WeChat's own services come as forms.
    const { action, transactionId } = (
      sent.startsWith(type) ? JSON.parse(body.toString()) : { action: 'form' }
    ) as { action: string; transactionId?: string }
    const say = (answer: object, status = 200) =>
      response.writeHead(status, { 'content-type': type }).end(JSON.stringify(answer))
    actions.push(action)
    if (!passes(action, transactionId)) lasting.push(actions.length)
    const fate = fateOf(actions.length, action)
    if (fate === 'neverSent') return request.socket.destroy()
    if (fate === 'unavailable') return say({}, 503)
    if (fate === 'busy') return say({ requestId: 'line', ...BUSY })
    if (fate === 'ended' && transactionId) {
      await forward('/admin', type, JSON.stringify({ action: 'database.abortTransaction', transactionId }))
      return say({ requestId: 'line', ...ENDED })
    }
    const { type: answerType, text } = await forward('/admin', sent, new Uint8Array(body))
    if (fate === 'killed') return kill()
    if (fate === 'answerLost') return request.socket.destroy()
    return response.writeHead(200, { 'content-type': answerType }).end(text)
  }

  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const pool = makePool({
    folder: FUNCTIONS,
    compiled: COMPILED,
    environment: DEMO_ENVIRONMENT,
    addressOf: () => `http://127.0.0.1:${port}/admin`,
    clock: makeClock(),
  })

  async function invoke(name: string, caller: Caller, event: object): Promise<unknown> {
    actions.length = 0
    lasting.length = 0
    const { instance } = pool.take(name)
    kill = () => instance.stop()
    const outcome = await instance.invoke(
      {
        text: JSON.stringify(event),
        identity: identityOf(caller),
        ...(caller.openid ? { userInfo: { openId: caller.openid } } : {}),
        context: { request_id: randomUUID() },
      },
      60_000,
    )
    const answered = 'result' in outcome
    pool.release(instance, answered)
    return answered ? (JSON.parse(outcome.result) as unknown) : undefined
  }

  return {
    actions,
    deaths: () =>
      [...new Set([1, ...lasting.flatMap((n) => [n - 1, n])])].filter((n) => n > 0).sort((a, b) => a - b),
    decide: (fate) => {
      fateOf = fate
    },
    call: (openid, event) => invoke(functionOf(event), client(openid), event) as Promise<Answer | undefined>,
    timer: () => invoke('jobs', { source: 'wx_trigger' }, {}),
    async close() {
      await pool.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
