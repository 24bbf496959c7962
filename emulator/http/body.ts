import type { IncomingMessage } from 'node:http'

/** Beyond this a sender is cut off; up to it, it gets its refusal. */
const PATIENCE = 32 * 1024 * 1024

/** A request's whole body; undefined where it is longer than `max`. The rest is read and dropped, so that an answer arrives. */
export async function readBody(request: IncomingMessage, max: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= max) chunks.push(chunk)
    else if (size > PATIENCE) break
  }
  return size <= max ? Buffer.concat(chunks) : undefined
}

/** Parsed JSON; undefined (which JSON cannot say) where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
