import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { OUTPUT } from './output'

const DIST = resolve(__dirname, OUTPUT)
/** Beside the bundle, not inside: the bundle's size is what is measured. */
const STAMP = `${DIST}.stamp`
const PACKAGES = ['@tarojs/cli', '@tarojs/webpack5-runner', 'react', 'webpack']

/** Changes whenever the build would: the app's own files and the versions of what builds them. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()
  for (const file of files) {
    const path = join(__dirname, file)
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path)).update('\0')
  }
  for (const name of PACKAGES) hash.update(readFileSync(require.resolve(`${name}/package.json`)))
  return hash.digest('hex')
}

function run(command: string, args: string[]): Promise<void> {
  return new Promise((done, failed) => {
    const environment = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(command, args, {
      cwd: __dirname,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)))
    child.on('error', failed)
    child.on('close', (code) => {
      if (code === 0) done()
      else failed(new Error(`the bare app does not build:\n${said.join('').slice(-3000)}`))
    })
  })
}

/**
 * Builds the bare app for WeChat with the same Taro as ours, unless it is up to date (`anew`: in any case); answers
 * the directory of its bundle. About ten seconds when it has to build.
 */
export async function buildBareApp({ anew = false } = {}): Promise<string> {
  const wanted = fingerprint()
  if (!anew && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return DIST
  rmSync(STAMP, { force: true })
  rmSync(DIST, { recursive: true, force: true })
  await run(process.execPath, [require.resolve('@tarojs/cli/bin/taro'), 'build', '--type', 'weapp'])
  if (!existsSync(join(DIST, 'app.json'))) throw new Error('the bare app was built without an app.json')
  writeFileSync(STAMP, wanted)
  return DIST
}
