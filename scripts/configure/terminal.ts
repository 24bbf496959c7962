import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import type { Terminal } from './ask'

/** The process's own terminal. Lines that come faster than they are asked for (a pipe) wait their turn. */
export function openTerminal(): Terminal & { close(): void } {
  let hidden = false
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!hidden) process.stdout.write(chunk)
      done()
    },
  })
  const lines = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY })
  const waiting: string[] = []
  let asked: ((line: string | undefined) => void) | undefined
  let closed = false
  const hand = (line: string | undefined) => {
    const answer = asked
    asked = undefined
    if (answer) answer(line)
    else if (line !== undefined) waiting.push(line)
  }
  lines.on('line', hand)
  lines.on('close', () => {
    closed = true
    hand(undefined)
  })
  return {
    print: (line) => void process.stdout.write(`${line}\n`),
    async ask(prompt, secret) {
      process.stdout.write(prompt)
      hidden = secret
      const line =
        waiting.length > 0 || closed
          ? waiting.shift()
          : await new Promise<string | undefined>((resolve) => {
              asked = resolve
            })
      hidden = false
      if (secret) process.stdout.write('\n')
      return line?.trim()
    },
    close: () => lines.close(),
  }
}
