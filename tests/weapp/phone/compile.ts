import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Script } from 'node:vm'
import { readBundle } from './bundle'
import { compileTemplates } from './wxml'

/**
 * Compiles a bundle as WeChat's upload does (miniprogram-ci, without a network), its templates and styles with WeChat's
 * own compilers, and checks the size of its packages.
 * @returns what is wrong, in the compiler's words; empty where it would be accepted. About three seconds.
 */
export async function compileProblems(dist: string): Promise<string[]> {
  return [...codeProblems(dist), ...templateProblems(dist), ...(await packageProblems(dist))]
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

async function packageProblems(dist: string): Promise<string[]> {
  // It leaves files where it runs.
  const scratch = mkdtempSync(join(tmpdir(), 'weapp-compile-'))
  try {
    const worker = join(__dirname, 'compile-worker.ts')
    const args = ['--import', require.resolve('tsx'), worker, resolve(dist)]
    const { code, output, errors } = await run(process.execPath, args, scratch)
    const last = output.trim().split('\n').at(-1) ?? ''
    if (code !== 0 || !last.startsWith('['))
      return [`the compiler ended with ${code}: ${errors.slice(-1000)}`]
    return JSON.parse(last) as string[]
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
