import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

export interface Server {
  url: string
  /** Resident memory in bytes. */
  memory(): Promise<number>
  stop(): void
}

/** A server in a process of its own, so that its work is not the client's: `constant`, or a number of documents. */
export async function startServer(what: string): Promise<Server> {
  const child: ChildProcess = fork(join(__dirname, 'server.ts'), [what], {
    execArgv: ['--expose-gc', '--import', require.resolve('tsx')],
  })
  const said = () =>
    new Promise<{ url?: string; memory?: number }>((heard, failed) => {
      child.once('message', (message) => heard(message as object))
      child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
    })
  const { url = '' } = await said()
  return {
    url,
    async memory() {
      const answer = said()
      child.send('memory')
      return (await answer).memory ?? 0
    },
    stop: () => child.disconnect(),
  }
}
