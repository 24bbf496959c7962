import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { codeOf, type Hands, type Outcome } from './cloud'
import type { Step } from './plan'

type FunctionStep = Extract<Step, { kind: 'function' }>

/** What we read of a function in the cloud. */
interface Detail {
  Status?: string
  Runtime?: string
  Description?: string
  Timeout?: number
  MemorySize?: number
  Environment?: { Variables?: { Key: string; Value: string }[] }
  Triggers?: { TriggerName: string; TriggerDesc: string; Type: string; Enable?: number | string }[]
}

/** Code of this size (1.5 MB) is sent within the request, more of it by way of object storage; a margin for the zip. */
const INLINE_LIMIT = 1.4 * 1024 * 1024

function zippedSize(folder: string): number {
  let size = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      size +=
        deflateRawSync(readFileSync(join(entry.parentPath, entry.name))).length + entry.name.length + 256
  return size
}

/** The function's description names the code it runs, so that the next deployment knows without downloading it. */
const describe = (hash: string): string => `code ${hash}`

async function look({ cloud }: Hands, name: string): Promise<Detail | undefined> {
  try {
    return (await cloud.functions.getFunctionDetail(name)) as unknown as Detail
  } catch (error) {
    if (codeOf(error).startsWith('ResourceNotFound.Function')) return undefined
    throw error
  }
}

const variablesOf = ({ Environment }: Detail): Record<string, string> =>
  Object.fromEntries((Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value]))

const set = (environment: FunctionStep['environment']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )

/** Makes a function, or brings its code, limits and environment up to date; `always` uploads the code in any case. */
export async function applyFunction(step: FunctionStep, hands: Hands, always: boolean): Promise<Outcome> {
  const { bundle, runtime } = step
  const { functions } = hands.cloud
  const found = await look(hands, bundle.name)
  const theirs = found ? variablesOf(found) : {}
  const ours = set(step.environment)
  const func = {
    name: bundle.name,
    handler: 'index.main',
    runtime,
    timeout: bundle.timeout,
    memorySize: bundle.memory,
    installDependency: false,
    description: describe(bundle.hash),
    // The cloud replaces all variables at once; those somebody added by hand stay.
    envVariables: { ...theirs, ...ours },
  }
  const code = {
    functionPath: bundle.folder,
    deployMode: zippedSize(bundle.folder) > INLINE_LIMIT ? ('cos' as const) : ('zip' as const),
  }
  if (!found || found.Status === 'CreateFailed') {
    await functions.createFunction({ func, ...code })
    return { did: ['建了云函数'], notes: [] }
  }

  if (found.Status === 'Creating' || found.Status === 'Updating')
    await functions.waitFunctionActive(bundle.name)
  const did: string[] = []
  const configure = async (description: string) => {
    await functions.updateFunctionConfig({ ...func, description })
    await functions.waitFunctionActive(bundle.name)
  }
  const changed = Object.keys(ours).filter((name) => ours[name] !== theirs[name])
  if (changed.length > 0) did.push(`环境变量 ${changed.join('、')}`)
  if (found.Timeout !== func.timeout) did.push(`超时 ${found.Timeout} → ${func.timeout} 秒`)
  if (found.MemorySize !== func.memorySize) did.push(`内存 ${found.MemorySize} → ${func.memorySize} MB`)
  // Before the code, which may need a new variable.
  if (did.length > 0) await configure(found.Description ?? '')
  if (always || found.Description !== func.description) {
    await functions.updateFunctionCode({ func, ...code })
    await functions.waitFunctionActive(bundle.name)
    // Last: a deployment that broke off before this uploads the code again.
    await configure(func.description)
    did.push('换了代码')
  }
  return { did, notes: notesOn(found, step, theirs) }
}

function notesOn(found: Detail, step: FunctionStep, theirs: Record<string, string>): string[] {
  const foreign = Object.keys(theirs).filter((name) => !(name in step.environment))
  return [
    ...(foreign.length > 0 ? [`还有不是我们的环境变量，没有动：${foreign.join('、')}`] : []),
    ...(found.Runtime !== step.runtime
      ? [`运行环境是 ${found.Runtime}，不能改；要换成 ${step.runtime}，先在控制台删掉这个云函数，再运行一次`]
      : []),
  ]
}

/** A timer's cron as the cloud tells it: as it was given, or wrapped in JSON. */
function cronOf(description: string): string {
  try {
    const parsed = JSON.parse(description) as { cron?: unknown }
    return typeof parsed.cron === 'string' ? parsed.cron : description
  } catch {
    return description
  }
}

/** Makes a function's timer, or makes it anew where it fires at other times. */
export async function applyTimer(step: Extract<Step, { kind: 'timer' }>, hands: Hands): Promise<Outcome> {
  const { functions } = hands.cloud
  const found = await look(hands, step.function)
  const timers = found?.Triggers?.filter(({ Type }) => Type === 'timer') ?? []
  const mine = timers.find(({ TriggerName }) => TriggerName === step.name)
  const others = timers.filter((timer) => timer !== mine).map(({ TriggerName }) => TriggerName)
  const notes = [
    ...(others.length > 0 ? [`还有不是我们的触发器，没有动：${others.join('、')}`] : []),
    ...(mine && (mine.Enable === 0 || mine.Enable === 'CLOSE') ? ['触发器被关着，要在控制台打开'] : []),
  ]
  if (mine && cronOf(mine.TriggerDesc) === step.cron) return { did: [], notes }
  if (mine) await functions.deleteFunctionTrigger(step.function, step.name)
  await functions.createFunctionTriggers(step.function, [
    { name: step.name, type: 'timer', config: step.cron },
  ])
  return { did: [mine ? `时间从 ${cronOf(mine.TriggerDesc)} 改为 ${step.cron}` : '建了触发器'], notes }
}
