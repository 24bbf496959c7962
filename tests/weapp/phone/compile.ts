import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Script } from 'node:vm'
import { readBundle } from './bundle'
import { compileTemplates } from './wxml'

/** What miniprogram-ci makes of a bundle. */
export interface Compiled {
  problems: string[]
  /** Bytes uploaded, by package: `the main package`, and the root of each subpackage. */
  sizes: Record<string, number>
}

/**
 * Compiles bundles as WeChat's upload does: each one's code and templates, and, where those are right, all of it by
 * miniprogram-ci without a network, its code quality checks and the size of its packages. Several at once, because
 * miniprogram-ci takes two seconds of work to load.
 * @returns for each what is wrong, in the compiler's words; empty where it would be accepted
 */
export async function compileProblems(dists: readonly string[]): Promise<string[][]> {
  const found = dists.map((dist) => [...codeProblems(dist), ...templateProblems(dist)])
  const right = dists.filter((_, index) => found[index]?.length === 0)
  const more = right.length > 0 ? await compilePackages(right) : []
  return dists.map((dist, index) => [...(found[index] ?? []), ...(more[right.indexOf(dist)]?.problems ?? [])])
}

/** Code is uploaded as it is, so miniprogram-ci does not read it: a file that does not parse would reach the phone. */
function codeProblems(dist: string): string[] {
  const code = Object.entries(readBundle(dist)).filter(([file]) => file.endsWith('.js'))
  return code.flatMap(([file, source]) => {
    try {
      new Script(`(function(){${source}\n})`, { filename: file })
      return []
    } catch (failure) {
      return [`${file}: ${(failure as Error).message}`]
    }
  })
}

function templateProblems(dist: string): string[] {
  try {
    compileTemplates(dist)
    return []
  } catch (failure) {
    return [(failure as Error).message]
  }
}

/** The packages of bundles as they would be uploaded. */
export async function compilePackages(dists: readonly string[]): Promise<Compiled[]> {
  // It leaves files where it runs.
  const scratch = mkdtempSync(join(tmpdir(), 'weapp-compile-'))
  try {
    const worker = join(__dirname, 'compile-worker.ts')
    const args = ['--import', require.resolve('tsx'), worker, ...dists.map((dist) => resolve(dist))]
    const { code, output, errors } = await run(process.execPath, args, scratch)
    const last = output.trim().split('\n').at(-1) ?? ''
    if (code !== 0 || !last.startsWith('['))
      return dists.map(() => ({
        problems: [`the compiler ended with ${code}: ${errors.slice(-1000)}`],
        sizes: {},
      }))
    return JSON.parse(last) as Compiled[]
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function run(command: string, args: string[], cwd: string) {
  return new Promise<{ code: number | null; output: string; errors: string }>((done, failed) => {
    // A group of its own, to end the children it leaves with it.
    const child = spawn(command, args, { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let [output, errors] = ['', '']
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('error', failed)
    child.on('exit', (code) => {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // The group has ended by itself.
      }
      setImmediate(() => done({ code, output, errors }))
    })
  })
}
