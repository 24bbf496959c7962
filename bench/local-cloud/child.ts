import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

/** A process of its own, so that its work, its memory and what it compiled are nobody else's. */
export interface Child {
  /** Asks it something; one question at a time. Rejects where it ends before it has answered. */
  ask<T>(question: unknown): Promise<T>
  stop(): void
}

type Answer = { answer: unknown } | { error: string }

/** Starts a file of this folder. */
export function startChild(file: string, args: readonly string[] = []): Child {
  const child: ChildProcess = fork(join(__dirname, file), args, {
    execArgv: ['--expose-gc', '--import', require.resolve('tsx')],
  })
  return {
    ask<T>(question: unknown) {
      return new Promise<T>((heard, failed) => {
        const ended = (code: number | null) => failed(new Error(`${file} ended with ${code}`))
        child.once('exit', ended)
        child.once('message', (said: Answer) => {
          child.off('exit', ended)
          if ('error' in said) failed(new Error(said.error))
          else heard(said.answer as T)
        })
        child.send({ question })
      })
    },
    stop: () => child.disconnect(),
  }
}

/** In the child: answers what it is asked until nobody is there to ask. */
export function answering(answer: (question: unknown) => unknown): void {
  process.on('message', async ({ question }: { question: unknown }) => {
    try {
      process.send?.({ answer: await answer(question) })
    } catch (error) {
      process.send?.({ error: (error as Error).message })
    }
  })
  process.once('disconnect', () => process.exit(0))
}
