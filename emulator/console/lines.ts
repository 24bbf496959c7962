import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

const CHUNK = 1024 * 1024
/** A document has at most 16 MB; written out it may be somewhat longer. */
const LONGEST = 24 * 1024 * 1024

/** The lines of a file, read as they are asked for. @throws where one is longer than a document can be */
export function* linesOfFile(path: string): Generator<string> {
  const handle = openSync(path, 'r')
  try {
    const chunk = Buffer.alloc(CHUNK)
    const decoder = new StringDecoder('utf8')
    let rest = ''
    for (;;) {
      const size = readSync(handle, chunk)
      if (size === 0) break
      const lines = (rest + decoder.write(chunk.subarray(0, size))).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
      if (rest.length > LONGEST) throw new Error('the next line is longer than a document can be')
    }
    yield rest + decoder.end()
  } finally {
    closeSync(handle)
  }
}
