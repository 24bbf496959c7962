import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import database from '../../cloudfunctions/database.json'
import type { DatabaseSchema } from '../../emulator/store/types'
import { buildAll } from '../build'
import { buildFunctionsIfChanged, FUNCTIONS } from '../functions'
import { builtIn, readBundles } from './bundle'
import { errandLines, errands } from './by-hand'
import { reach } from './cloud'
import { Misconfigured, readConfiguration, type Values } from './configuration'
import { KEYS } from './keys'
import { projectOptions } from './miniprogram'
import { PARTS, type Part, plan, type Step } from './plan'
import { privateInterfacesUsed } from './privacy'
import { requireConfigured, run } from './run'
import { notSet, say } from './say'
import { conceal, sentence } from './trouble'

const HELP = `npm run deploy [-- --dry-run] [-- --only ${PARTS.join('|')}|console] [-- --force]
  --dry-run  只打印要做的每一步，不需要账号、网络和设置
  --only     只做一部分，可以写多次；console 只打印要人在控制台做的
  --force    云端看起来一样也重新上传代码`

const print = (line: string) => void process.stdout.write(`${line}\n`)

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return '无 git'
  }
}

function given() {
  try {
    return parseArgs({
      options: {
        'dry-run': { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new Misconfigured(`${(error as Error).message}\n${HELP}`)
  }
}

function options() {
  const values = given()
  const known: readonly string[] = [...PARTS, 'console']
  const strange = values.only.find((part) => !known.includes(part))
  if (strange) throw new Misconfigured(`--only 没有 ${strange} 这一部分，可用：${known.join('、')}`)
  const chosen = (part: string) => values.only.length === 0 || values.only.includes(part)
  return { ...values, parts: PARTS.filter(chosen), console: chosen('console') }
}

function printPlan(steps: readonly Step[], values: Values): void {
  const target = KEYS.filter(({ name }) => ['appid', 'env', 'region'].includes(name))
  print(`目标：${target.map(({ name }) => `${name}=${values[name] ?? notSet(name)}`).join('，')}`)
  for (const [at, step] of steps.entries()) {
    const { title, details } = say(step)
    print(`[${at + 1}/${steps.length}] ${title}`)
    for (const detail of details) print(`      ${conceal(detail, values)}`)
  }
}

/** Where the configuration is wrong, a dry run still shows the plan. */
function tolerant(dry: boolean): Values {
  try {
    return readConfiguration(process.cwd())
  } catch (error) {
    if (!dry || !(error instanceof Misconfigured)) throw error
    print(`注意：${error.message}`)
    return {}
  }
}

async function main(): Promise<boolean> {
  const { parts, force, help, 'dry-run': dry, console: byHand } = options()
  if (help) {
    print(HELP)
    return true
  }
  const values = tolerant(dry)
  if (!dry) requireConfigured(parts, values)
  if (!dry && parts.includes('miniprogram')) {
    // A missing key file is told now, not after everything else.
    projectOptions('dist/weapp', values)
    await buildAll(['weapp'])
  } else await buildFunctionsIfChanged()

  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const bundles = readBundles(FUNCTIONS)
  const folder = 'dist/weapp'
  const code = builtIn(folder)
  const miniprogram = { folder, version, description: `提交 ${commit()}`, code }
  const all = plan({ schema: database as DatabaseSchema, bundles, values, miniprogram })
  const steps = all.filter(({ part }) => (parts as readonly Part[]).includes(part))

  if (dry) printPlan(steps, values)
  const done =
    dry ||
    steps.length === 0 ||
    (await run(steps, reach(values), { values, root: process.cwd(), always: force, print }))
  if (byHand && done) {
    print('\n下面这些没有接口可用，要人在控制台做，各做一次：')
    const privacy = privateInterfacesUsed('client')
    for (const line of errandLines(errands({ values, bundles, privacy }))) print(line)
  }
  if (dry) print('\n以上只是计划，什么都没有做。')
  return done
}

main().then(
  (done) => process.exit(done ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${sentence(error, {})}\n`)
    process.exit(1)
  },
)
