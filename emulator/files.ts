import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FAILURES } from './errors'
import type { State } from './state'
import type { CallError } from './types'

export const BUCKET = 'cloud://local.6c6f-local/'
const VALID_S = 2 * 60 * 60
const LONGEST_S = 24 * 60 * 60
/** What wx.cloud.uploadFile takes. A function puts its file to COS, which takes 5 GB (cloud.tencent.com/document/product/436/7749). */
const FROM_CLIENT = 50 * 1024 ** 2
const FROM_FUNCTION = 5 * 1024 ** 3
/** COS's limit for a path. */
const MAX_PATH = 850
const PARTIAL = 'upload-'
const SEGMENT = '[^\\x00-\\x1f\\x7f\\\\/:*?"<>|%#]+'
const PATH = new RegExp(`^(?!.*(?:^|/)\\.{1,2}(?:/|$))${SEGMENT}(?:/${SEGMENT})*$`)

export const isPath = (path: string): boolean => PATH.test(path) && Buffer.byteLength(path) <= MAX_PATH
export type Use = 'get' | 'put'

/**
 * Cloud storage in a folder: private, read through addresses that are signed and expire. A file lies under the hash of
 * its path: no path can leave the folder, be too long for the disk, or be a file here and a folder there.
 */
export function makeFiles(dir: string, state: State, now: () => number) {
  const root = join(dir, 'files')
  mkdirSync(root, { recursive: true })
  // What was being uploaded when the last one was killed.
  for (const name of readdirSync(root))
    if (name.startsWith(PARTIAL)) rmSync(join(root, name), { force: true })
  const secret = secretOf(state)
  const fileOf = (path: string) => join(root, createHash('sha256').update(path).digest('hex'))
  const sign = (use: Use, path: string, until: number) =>
    createHmac('sha256', secret).update(`${use}\n${path}\n${until}`).digest('hex')
  const pathOf = (fileID: unknown): string | undefined => {
    if (typeof fileID !== 'string' || !fileID.startsWith(BUCKET)) return undefined
    const path = fileID.slice(BUCKET.length)
    return isPath(path) ? path : undefined
  }
  const ownerOf = state.prepare('SELECT owner FROM files WHERE path = ?')
  const insert = state.prepare(
    'INSERT INTO files VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET size = excluded.size',
  )
  const forget = state.prepare('DELETE FROM files WHERE path = ?')
  const signedUrl = (use: Use, path: string, base: string, seconds: number) => {
    const until = now() + seconds * 1000
    const encoded = path.split('/').map(encodeURIComponent).join('/')
    return `${base}/files/${encoded}?until=${until}&use=${use}&sign=${sign(use, path, until)}`
  }

  return {
    pathOf,
    /** How big a file is; undefined where there is none. */
    sizeOf: (path: string) => statSync(fileOf(path), { throwIfNoEntry: false })?.size,
    /** The bytes of a file, for checks; undefined where there is none. */
    read: (path: string) => (existsSync(fileOf(path)) ? readFileSync(fileOf(path)) : undefined),
    /** Streams an upload to disk; `owner` is absent for a function, which may write anything. */
    async save(
      path: string,
      body: IncomingMessage,
      owner?: string,
    ): Promise<{ fileID: string } | { error: CallError }> {
      if (!isPath(path)) return { error: { ...FAILURES.storageFailed, message: 'invalid path' } }
      const before = ownerOf.get(path) as { owner: string | null } | undefined
      // 仅创建者可写: a phone replaces its own files only.
      if (owner !== undefined && before && before.owner !== owner) return { error: FAILURES.notYourFile }
      const partial = join(root, `${PARTIAL}${randomBytes(8).toString('hex')}`)
      const limit = owner === undefined ? FROM_FUNCTION : FROM_CLIENT
      let size = 0
      const count = new Transform({
        transform(chunk: Buffer, _, done) {
          size += chunk.length
          done(size > limit ? new Error('too big') : null, chunk)
        },
      })
      try {
        await pipeline(body, count, createWriteStream(partial))
      } catch {
        rmSync(partial, { force: true })
        return { error: size > limit ? FAILURES.fileTooBig : FAILURES.storageFailed }
      }
      // First whose it is: a file without an owner would be everybody's.
      insert.run(path, owner ?? null, size)
      renameSync(partial, fileOf(path))
      return { fileID: BUCKET + path }
    },
    /** As the SDK's batchGetDownloadUrl answers for one file. */
    address(fileID: unknown, base: string, maxAge?: unknown) {
      const path = pathOf(fileID)
      if (!path || !existsSync(fileOf(path)))
        return { code: 'STORAGE_FILE_NONEXIST', fileID, tempFileURL: '' }
      const wanted = typeof maxAge === 'number' && maxAge > 0 ? Math.min(maxAge, LONGEST_S) : VALID_S
      return { code: 'SUCCESS', fileID, tempFileURL: signedUrl('get', path, base, wanted) }
    },
    /** As the SDK's getUploadMetadata answers; the file itself is then put there. */
    uploadAddress(path: string, base: string) {
      const url = signedUrl('put', path, base, VALID_S)
      return { url, token: 'local', authorization: 'local', fileId: BUCKET + path, cosFileId: 'local' }
    },
    remove(fileID: unknown) {
      const path = pathOf(fileID)
      if (!path || !existsSync(fileOf(path))) return { code: 'STORAGE_FILE_NONEXIST', fileID }
      rmSync(fileOf(path), { force: true })
      forget.run(path)
      return { code: 'SUCCESS', fileID }
    },
    /** Whether an address was signed here for this use, and is still valid. */
    allows(use: Use, path: string, query: URLSearchParams): boolean {
      const until = Number(query.get('until'))
      const given = Buffer.from(query.get('sign') ?? '')
      const right = Buffer.from(sign(use, path, until))
      return given.length === right.length && timingSafeEqual(given, right) && until > now() && isPath(path)
    },
    /** Where its bytes are, whether there are any or not. */
    fileOf,
  }
}

export type Files = ReturnType<typeof makeFiles>

function secretOf(state: State): string {
  const fresh = randomBytes(32).toString('hex')
  state.prepare("INSERT OR IGNORE INTO secrets VALUES ('files', ?)").run(fresh)
  return (state.prepare("SELECT value FROM secrets WHERE name = 'files'").get() as { value: string }).value
}
