import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TEMPLATE_VARIABLES } from '../../cloudfunctions/platform/configuration'
import { TEMPLATE_KINDS } from '../../contract/notification'
import { KEYS, type Key, templateKey } from './keys'

/** Git-ignored by `*.private.json`; deploy.example.json beside it explains every key. */
export const PRIVATE_FILE = 'deploy.private.json'
export const DEVTOOLS_FILE = 'project.private.config.json'

/** What is configured; what is missing is not there. */
export type Values = Partial<Record<string, string>>

/** A mistake of the person who configures, told without a stack. */
export class Misconfigured extends Error {}

/** The file alone. An unknown name is a mistake worth a sentence: it would be silently ignored otherwise. */
export function readPrivateFile(root: string): Values {
  const path = join(root, PRIVATE_FILE)
  if (!existsSync(path)) return {}
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Misconfigured(`${PRIVATE_FILE} 不是正确的 JSON：${(error as Error).message}`)
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new Misconfigured(`${PRIVATE_FILE} 应该是一个 JSON 对象，见 deploy.example.json`)
  const values: Values = {}
  for (const [name, value] of Object.entries(content)) {
    // The example's explanations may be copied along.
    if (name.startsWith('//')) continue
    if (!KEYS.some((key) => key.name === name))
      throw new Misconfigured(`${PRIVATE_FILE} 里有不认识的 ${name}，可用的见 deploy.example.json`)
    if (typeof value !== 'string') throw new Misconfigured(`${PRIVATE_FILE} 里的 ${name} 应该是文字`)
    if (value !== '') values[name] = value
  }
  return values
}

/** What is in force: environment variables, then the file, then what a key falls back to. Wrong values are refused. */
export function readConfiguration(root: string, environment: NodeJS.ProcessEnv = process.env): Values {
  const file = readPrivateFile(root)
  const values: Values = {}
  for (const key of KEYS) {
    const value = environment[key.variable] || file[key.name] || key.fallback
    if (value === undefined) continue
    const wrong = key.wrong(value)
    if (wrong) throw new Misconfigured(`${key.question}（${key.name}）不对：${wrong}`)
    values[key.name] = value
  }
  return values
}

/** Writes both private files; only their owner may read the one with secrets. */
export function writePrivateFiles(root: string, values: Values): void {
  const ordered = Object.fromEntries(
    KEYS.flatMap(({ name }) => (values[name] ? [[name, values[name]]] : [])),
  ) as Record<string, string>
  const path = join(root, PRIVATE_FILE)
  writeFileSync(path, `${JSON.stringify(ordered, null, 2)}\n`, { mode: 0o600 })
  // The mode above counts only for a new file.
  chmodSync(path, 0o600)
  if (values.appid) writeDevtoolsFile(join(root, DEVTOOLS_FILE), values.appid)
}

/** DevTools prefers this file to project.config.json, and keeps its own settings there: they stay. */
function writeDevtoolsFile(path: string, appid: string): void {
  let existing: object = {}
  try {
    existing = JSON.parse(readFileSync(path, 'utf8')) as object
  } catch {
    // None yet, or broken: it is written anew.
  }
  writeFileSync(path, `${JSON.stringify({ ...existing, appid }, null, 2)}\n`)
}

/** What the functions get as their environment: the names of cloudfunctions/platform/configuration.ts. */
export function functionEnvironment(values: Values): Record<string, string | undefined> {
  const templates = TEMPLATE_KINDS.map((kind) => [TEMPLATE_VARIABLES[kind], values[templateKey(kind)]])
  return {
    UPLOAD_KEY: values.uploadKey,
    IDENTITY_KEYS: values.identityKeys,
    IDENTITY_HASH_KEY: values.identityHashKey,
    FIRST_ADMIN_OPENID: values.firstAdminOpenid,
    BINDING_BY_MATCH: values.bindingByMatch,
    MINIPROGRAM_STATE: values.miniprogramState,
    ...(Object.fromEntries(templates) as Record<string, string | undefined>),
  }
}

/** How a value may appear on a screen or in a log. */
export const shown = (key: Key, value: string): string =>
  key.secret ? `已设置（${value.length} 个字符，不显示）` : value
