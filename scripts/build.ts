import { spawn } from 'node:child_process'
import { ifChanged } from './changed'
import { readConfiguration } from './deploy/configuration'
import { buildFunctionsIfChanged } from './functions'

export type Target = 'weapp' | 'h5'
const CLIENT = ['client', 'contract', 'config', 'babel.config.js', 'package-lock.json', 'tsconfig.json']
/** Taro copies it into the bundle. */
const INPUTS: Record<Target, string[]> = { weapp: [...CLIENT, 'project.config.json'], h5: CLIENT }

/** A line every ten seconds: who waits without a terminal's progress sees that something happens. */
export async function tellWhile<T>(what: string, work: Promise<T>, print = write): Promise<T> {
  const began = Date.now()
  const timer = setInterval(
    () => print(`still ${what}, ${Math.round((Date.now() - began) / 1000)} s`),
    10_000,
  )
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}
const write = (line: string): void => void process.stdout.write(`${line}\n`)

/** One of Taro's builds: with its own progress on a terminal, elsewhere quiet unless it fails. */
function taro(type: Target, environmentId: string): Promise<void> {
  const watched = process.stdout.isTTY
  const what = `building dist/${type}`
  if (!watched) write(what)
  const built = new Promise<void>((done, failed) => {
    const child = spawn(
      process.execPath,
      [require.resolve('@tarojs/cli/bin/taro'), 'build', '--type', type],
      {
        stdio: watched ? 'inherit' : ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NODE_ENV: 'production', TARO_APP_ENV_ID: environmentId },
      },
    )
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(String(chunk)))
    child.on('error', failed)
    child.on('close', (code) => {
      if (code === 0) done()
      else failed(new Error(`${said.join('').slice(-5000)}\n${what} failed`))
    })
  })
  return watched ? built : tellWhile(what, built)
}

/** Builds the client for one target if it has changed; answers whether it did. */
export async function buildClientIfChanged(target: Target): Promise<boolean> {
  // Only WeChat's bundle carries the cloud environment; without one it uses the mini-program's own default.
  const { env = '' } = target === 'weapp' ? readConfiguration(process.cwd()) : {}
  const build = () => taro(target, env)
  return ifChanged(target, INPUTS[target], `dist/${target}`, build, env ? [env] : [])
}

/** Builds what has changed: the functions, and the client for the targets asked for. */
export async function buildAll(targets: readonly Target[]): Promise<void> {
  const say = (name: string, built: boolean) => write(`${name}: ${built ? 'built' : 'unchanged'}`)
  say('dist/cloudfunctions', await buildFunctionsIfChanged())
  for (const target of targets) say(`dist/${target}`, await buildClientIfChanged(target))
}

if (require.main === module) {
  buildAll(['weapp', 'h5']).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
}
