import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answer, type Parameters, Refusal, type State } from './fake-answers'

export { ENV } from './fake-answers'

/** A cloud in memory that answers Tencent Cloud's API as far as a deployment asks. */
export interface FakeCloud extends State {
  url: string
  /** Every action that was asked, in order. */
  asked: string[]
  /** Answers one action with a refusal from now on; undefined lifts it. */
  refuse(action: string, refusal?: { Code: string; Message: string }): void
  close(): Promise<void>
}

const READ = /^(Describe|List|Get)/
/** What changed something, of all that was asked. */
export const writes = (asked: readonly string[]): string[] => asked.filter((action) => !READ.test(action))

async function read(request: IncomingMessage): Promise<Parameters> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString()) as Parameters
}

export async function startFakeCloud(): Promise<FakeCloud> {
  const refusals = new Map<string, { Code: string; Message: string }>()
  const state = {
    asked: [] as string[],
    collections: new Map() as State['collections'],
    functions: new Map() as State['functions'],
    storageAcl: 'READONLY',
  }
  const server = createServer((request, response) => {
    const action = String(request.headers['x-tc-action'])
    const say = (Response: object) => response.end(JSON.stringify({ Response }))
    read(request)
      .then((parameters) => {
        state.asked.push(action)
        const refusal = refusals.get(action)
        if (refusal) throw new Refusal(refusal.Code, refusal.Message)
        if (!String(request.headers.authorization).startsWith('TC3-HMAC-SHA256 Credential=AKID'))
          throw new Refusal('AuthFailure.SignatureFailure', 'no signature')
        say({ ...answer(state, action, parameters), RequestId: `request-${state.asked.length}` })
      })
      .catch((error: Error) => {
        const Code = error instanceof Refusal ? error.code : 'InternalError'
        say({ Error: { Code, Message: error.message }, RequestId: `request-${state.asked.length}` })
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuse: (action: string, refusal?: { Code: string; Message: string }) => {
      if (refusal) refusals.set(action, refusal)
      else refusals.delete(action)
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}
