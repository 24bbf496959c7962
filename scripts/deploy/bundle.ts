import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Misconfigured } from './configuration'

/** A function's config.json, checked: what is misspelt there would be left out in silence. */
const functionConfig = z.strictObject({
  timeout: z.int().min(1).max(60),
  memorySize: z.int().min(128).max(3072).multipleOf(128),
  permissions: z.strictObject({ openapi: z.array(z.string().regex(/^\w+\.\w+$/)) }).optional(),
  // The cloud allows one timer for a function, of seven fields.
  triggers: z
    .array(
      z.strictObject({
        name: z.string().regex(/^\w{1,60}$/),
        type: z.literal('timer'),
        config: z.string().regex(/^(\S+ ){6}\S+$/),
      }),
    )
    .max(1)
    .optional(),
})

/** A built function, as it is uploaded. */
export interface Bundle {
  name: string
  folder: string
  timeout: number
  memory: number
  openapi: string[]
  timer?: { name: string; cron: string }
  bytes: number
  /** Of every file's name and content: the same for the same code, wherever and whenever it is built. */
  hash: string
}

const listed = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true, withFileTypes: true }) as import('node:fs').Dirent[])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

/** The same for the same files, wherever they lie. */
export function hashOf(folder: string): { hash: string; bytes: number } {
  const hash = createHash('sha256')
  let bytes = 0
  for (const file of listed(folder)) {
    const content = readFileSync(file)
    bytes += content.length
    hash.update(`${file.slice(folder.length + 1).replaceAll('\\', '/')}\0${content.length}\0`).update(content)
  }
  return { hash: hash.digest('hex').slice(0, 16), bytes }
}

/** The mini-program as it was built; undefined where it was not. */
export const builtIn = (folder: string): ReturnType<typeof hashOf> | undefined =>
  existsSync(join(folder, 'app.json')) ? hashOf(folder) : undefined

/** The functions of dist/cloudfunctions with what their config.json says. */
export function readBundles(root: string): Bundle[] {
  if (!existsSync(root)) throw new Misconfigured(`没有 ${root}，请先运行 npm run build`)
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.map(({ name }) => {
    const folder = join(root, name)
    const parsed = functionConfig.safeParse(JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')))
    if (!parsed.success)
      throw new Misconfigured(`${folder}/config.json 不对：${z.prettifyError(parsed.error)}`)
    const { timeout, memorySize, permissions, triggers } = parsed.data
    const trigger = triggers?.[0]
    return {
      name,
      folder,
      timeout,
      memory: memorySize,
      openapi: permissions?.openapi ?? [],
      ...(trigger ? { timer: { name: trigger.name, cron: trigger.config } } : {}),
      ...hashOf(folder),
    }
  })
}
