import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const STAMPS = '.cache/built'
/** A lock whose holder said nothing for so long was left by a process that died. */
const STALE_MS = 5 * 60_000

function* filesOf(path: string): Generator<string> {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) {
    if (!/\.test\.tsx?$/.test(path)) yield path
  } else for (const name of readdirSync(path).sort()) yield* filesOf(join(path, name))
}

function fingerprint(inputs: string[], facts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const input of inputs)
    for (const file of filesOf(input)) hash.update(file).update('\0').update(readFileSync(file))
  for (const fact of facts) hash.update(`${fact}\0`)
  return hash.digest('hex')
}

/** One build of a kind at a time: test files in processes of their own may all want it. */
async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = join(STAMPS, `${name}.lock`)
  mkdirSync(STAMPS, { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - since > STALE_MS) rmSync(lock, { recursive: true, force: true })
      else await new Promise((later) => setTimeout(later, 100))
    }
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/**
 * Runs `build` unless its inputs (files and folders) are what they were when `output` was last built.
 * @param facts what goes into the output besides files
 */
export async function ifChanged(
  name: string,
  inputs: string[],
  output: string,
  build: () => Promise<unknown>,
  facts: readonly string[] = [],
): Promise<boolean> {
  const stamp = join(STAMPS, name)
  const now = fingerprint(inputs, facts)
  const isBuilt = () => existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now
  if (isBuilt()) return false
  return alone(name, async () => {
    if (isBuilt()) return false
    // Half a build is no build.
    rmSync(stamp, { force: true })
    await build()
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, now)
    return true
  })
}
