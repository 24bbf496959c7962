import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

const BUCKET = 'cloud://local.6c6f-local/'
const VALID_MS = 2 * 60 * 60_000
const PATH = /^(?!.*(^|\/)\.{1,2}(\/|$))[\w.-]+(\/[\w.-]+)*$/

/** Cloud storage in a folder: private, read through addresses that are signed and expire. */
export function makeFiles(dir: string) {
  const root = join(dir, 'files')
  mkdirSync(root, { recursive: true })
  const secretFile = join(dir, 'files.key')
  if (!existsSync(secretFile)) writeFileSync(secretFile, randomBytes(32))
  const secret = readFileSync(secretFile)
  const sign = (path: string, until: number) =>
    createHmac('sha256', secret).update(`${path}\n${until}`).digest('hex')
  const pathOf = (fileID: unknown): string | undefined => {
    if (typeof fileID !== 'string' || !fileID.startsWith(BUCKET)) return undefined
    const path = fileID.slice(BUCKET.length)
    return PATH.test(path) && path.length <= 300 ? path : undefined
  }
  return {
    /** Streams an upload to disk; undefined where the path is not one. */
    async save(path: string, body: IncomingMessage): Promise<string | undefined> {
      if (!PATH.test(path) || path.length > 300) return undefined
      const file = join(root, path)
      mkdirSync(dirname(file), { recursive: true })
      const partial = join(dir, `upload-${randomBytes(8).toString('hex')}`)
      await pipeline(body, createWriteStream(partial))
      renameSync(partial, file)
      return BUCKET + path
    },
    address(fileID: unknown, base: string) {
      const path = pathOf(fileID)
      if (!path || !existsSync(join(root, path)))
        return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' }
      const until = Date.now() + VALID_MS
      return {
        code: 'SUCCESS',
        fileID,
        tempFileURL: `${base}/files/${path}?until=${until}&sign=${sign(path, until)}`,
      }
    },
    remove(fileID: unknown) {
      const path = pathOf(fileID)
      if (path) rmSync(join(root, path), { force: true })
      return { code: path ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID }
    },
    serve(path: string, query: URLSearchParams, response: ServerResponse): void {
      const until = Number(query.get('until'))
      const signed = Buffer.from(query.get('sign') ?? '')
      const right = Buffer.from(sign(path, until))
      const allowed = signed.length === right.length && timingSafeEqual(signed, right) && until > Date.now()
      if (!allowed || !PATH.test(path) || !existsSync(join(root, path))) {
        response.writeHead(allowed ? 404 : 403).end()
        return
      }
      response.writeHead(200, {
        'content-type': /\.png$/.test(path)
          ? 'image/png'
          : /\.jpe?g$/.test(path)
            ? 'image/jpeg'
            : 'application/octet-stream',
      })
      createReadStream(join(root, path)).pipe(response)
    },
  }
}
