import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { ifChanged } from './changed'
import { buildFunctionsIfChanged } from './functions'

const CLIENT = ['client', 'contract', 'config', 'babel.config.js', 'package-lock.json', 'tsconfig.json']

/** One of Taro's builds, with its own progress on the terminal. */
function taro(type: 'weapp' | 'h5'): Promise<void> {
  const { status } = spawnSync('npx', ['taro', 'build', '--type', type], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error(`building ${type} failed`)
  return Promise.resolve()
}

/** Builds what has changed: the functions, and the client for the targets asked for. */
export async function buildAll(targets: readonly ('weapp' | 'h5')[]): Promise<void> {
  const say = (name: string, built: boolean) =>
    process.stdout.write(`${name}: ${built ? 'built' : 'unchanged'}\n`)
  say('dist/cloudfunctions', await buildFunctionsIfChanged())
  if (!existsSync('client/app.config.ts')) return
  for (const target of targets)
    say(`dist/${target}`, await ifChanged(target, CLIENT, `dist/${target}`, () => taro(target)))
}

if (require.main === module) {
  buildAll(['weapp', 'h5']).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
}
