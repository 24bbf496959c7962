import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  Misconfigured,
  PRIVATE_FILE,
  readPrivateFile,
  shown,
  type Values,
  writePrivateFiles,
} from '../deploy/configuration'
import { KEYS } from '../deploy/keys'
import { askAll } from './ask'
import { openTerminal } from './terminal'

const HELP = `npm run configure                    一项一项地问，回车保留原来的
npm run configure -- --appid wx… …   不问，只改给出的这几项（空值清空，密钥填 auto 就生成一个）：
${KEYS.map(({ name, variable, question }) => `  --${name}  ${question}（环境变量 ${variable}）`).join('\n')}
设置写进 ${PRIVATE_FILE}，不进 git。部署时环境变量优先于文件。`

const print = (line: string) => void process.stdout.write(`${line}\n`)

function given(): { help: boolean; values: Values } {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      ...Object.fromEntries(KEYS.map(({ name }) => [name, { type: 'string' as const }])),
    },
  })
  const { help, ...rest } = values
  return { help: help === true, values: rest as Values }
}

/** The file's values with those of the command line over them; each is checked. */
export function merge(before: Values, changes: Values): Values {
  const after: Values = { ...before }
  for (const key of KEYS) {
    const typed = changes[key.name]?.trim()
    if (typed === undefined) continue
    const value = key.make && typed === 'auto' ? key.make() : typed
    const wrong = value === '' ? undefined : key.wrong(value)
    if (wrong) throw new Misconfigured(`--${key.name} 不对：${wrong}`)
    if (value === '') delete after[key.name]
    else after[key.name] = value
  }
  return after
}

function report(values: Values): void {
  print(`\n写好了 ${PRIVATE_FILE}（只有你能读，不进 git）：`)
  for (const key of KEYS) {
    const value = values[key.name]
    const fallback = key.fallback ? `没有，用 ${key.fallback}` : '没有'
    print(`  ${key.name}: ${value === undefined ? fallback : shown(key, value)}`)
  }
  if (values.privateKeyPath && !existsSync(values.privateKeyPath))
    print(`注意：现在还没有文件 ${values.privateKeyPath}，上传小程序前要把它放好。`)
  print(
    '\n接下来：npm run build（把环境 ID 编译进去），npm run deploy -- --dry-run（看看会做什么），npm run deploy。',
  )
}

async function ask(before: Values): Promise<Values | undefined> {
  const terminal = openTerminal()
  try {
    return await askAll(before, terminal)
  } finally {
    terminal.close()
  }
}

async function main(): Promise<void> {
  const { help, values } = given()
  if (help) return print(HELP)
  const root = process.cwd()
  const before = readPrivateFile(root)
  const after = Object.keys(values).length > 0 ? merge(before, values) : await ask(before)
  if (!after) {
    print('\n没有问完，什么都没有写。')
    process.exitCode = 1
    return
  }
  writePrivateFiles(root, after)
  report(after)
}

if (require.main === module)
  main().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
