import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const STAMPS = '.cache/built'

function* filesOf(path: string): Generator<string> {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) yield path
  else for (const name of readdirSync(path).sort()) yield* filesOf(join(path, name))
}

/** Runs `build` unless its inputs (files and folders) are what they were when `output` was last built. */
export async function ifChanged(
  name: string,
  inputs: string[],
  output: string,
  build: () => Promise<unknown>,
): Promise<boolean> {
  const hash = createHash('sha256')
  for (const input of inputs)
    for (const file of filesOf(input)) hash.update(file).update('\0').update(readFileSync(file))
  const now = hash.digest('hex')
  const stamp = join(STAMPS, name)
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false
  await build()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
  return true
}
