import { createReadStream, type Stats, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'

/** A part of a file, both ends included; undefined for all of it, null for a part it does not have. */
export function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | null | undefined {
  // Several parts at once need a multipart answer: like COS, all of it is sent instead.
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const [first, last] = [match[1] ?? '', match[2] ?? '']
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? null : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return undefined
  return start >= size ? null : { start, end }
}

/** Sends a file, or the part that is asked for, without holding it in memory. */
export function sendFile(
  file: string,
  type: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const stats: Stats | undefined = statSync(file, { throwIfNoEntry: false })
  if (!stats) {
    response.writeHead(404).end()
    return
  }
  const { size, mtimeMs } = stats
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`
  const headers = {
    'content-type': type,
    // Uploaded by anybody: never a page of this origin.
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=600',
    'accept-ranges': 'bytes',
    etag,
  }
  const same = request.headers['if-range'] === undefined || request.headers['if-range'] === etag
  const range = same ? rangeOf(request.headers.range, size) : undefined
  if (range === null) {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': end - start + 1,
    ...(range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
  })
  if (request.method === 'HEAD' || size === 0) response.end()
  else pipeline(createReadStream(file, { start, end }), response, () => undefined)
}
