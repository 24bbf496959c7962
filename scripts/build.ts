import { spawn } from 'node:child_process'
import { ifChanged } from './changed'
import { readConfiguration } from './deploy/configuration'
import { buildFunctionsIfChanged } from './functions'

export type Target = 'weapp' | 'h5'
const CLIENT = ['client', 'contract', 'config', 'babel.config.js', 'package-lock.json', 'tsconfig.json']
/** Taro copies it into the bundle. */
const INPUTS: Record<Target, string[]> = { weapp: [...CLIENT, 'project.config.json'], h5: CLIENT }

/** Without a terminal nothing shows that it still works. */
const SIGN_OF_LIFE_MS = 10_000

/** One of Taro's builds: with its own progress on a terminal, elsewhere quiet unless it fails. */
function taro(type: Target, environmentId: string): Promise<void> {
  const watched = process.stdout.isTTY
  if (!watched) process.stdout.write(`building dist/${type}\n`)
  return new Promise((done, failed) => {
    const child = spawn(
      process.execPath,
      [require.resolve('@tarojs/cli/bin/taro'), 'build', '--type', type],
      {
        stdio: watched ? 'inherit' : ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NODE_ENV: 'production', TARO_APP_ENV_ID: environmentId },
      },
    )
    const began = Date.now()
    const alive = setInterval(() => {
      const seconds = Math.round((Date.now() - began) / 1000)
      if (!watched) process.stdout.write(`building dist/${type}: ${seconds} s so far\n`)
    }, SIGN_OF_LIFE_MS)
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(String(chunk)))
    child.on('error', failed)
    child.on('close', (code) => {
      clearInterval(alive)
      if (code === 0) done()
      else failed(new Error(`${said.join('').slice(-5000)}\nbuilding dist/${type} failed`))
    })
  })
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
  const say = (name: string, built: boolean) =>
    process.stdout.write(`${name}: ${built ? 'built' : 'unchanged'}\n`)
  say('dist/cloudfunctions', await buildFunctionsIfChanged())
  for (const target of targets) say(`dist/${target}`, await buildClientIfChanged(target))
}

if (require.main === module) {
  buildAll(['weapp', 'h5']).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
}
