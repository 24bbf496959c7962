import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { hashOf } from './bundle'
import type { Outcome } from './cloud'
import { Misconfigured, type Values } from './configuration'
import type { Step } from './plan'

type UploadStep = Extract<Step, { kind: 'upload' }>

/** Taro has compiled and minified already: WeChat takes the code as it is. */
export const SETTING = { es6: false, es7: false, minify: false } as const

/** What miniprogram-ci calls a project. */
export function projectOptions(folder: string, values: Values) {
  const privateKeyPath = resolve(values.privateKeyPath ?? '')
  if (!existsSync(privateKeyPath))
    throw new Misconfigured(
      `找不到代码上传密钥 ${values.privateKeyPath}，在公众平台下载后运行 npm run configure`,
    )
  return {
    appid: values.appid ?? '',
    type: 'miniProgram' as const,
    projectPath: resolve(folder),
    privateKeyPath,
    ignores: ['node_modules/**/*'],
  }
}

/** What this machine uploaded last: WeChat does not tell what it has. */
const MEMORY = '.cache/uploaded.json'

/** Uploads the built mini-program as a development version, unless the same was uploaded from here before. */
export async function applyUpload(
  step: UploadStep,
  values: Values,
  root: string,
  always: boolean,
): Promise<Outcome> {
  const project = projectOptions(join(root, step.folder), values)
  const now = JSON.stringify({
    appid: project.appid,
    version: step.version,
    hash: hashOf(project.projectPath).hash,
  })
  const memory = join(root, MEMORY)
  if (!always && existsSync(memory) && readFileSync(memory, 'utf8') === now) return { did: [], notes: [] }
  // Loaded only here: it takes seconds, and nothing else needs it.
  const ci = await import('miniprogram-ci')
  const { subPackageInfo = [] } = await ci.upload({
    project: new ci.Project(project),
    version: step.version,
    desc: step.description,
    setting: SETTING,
    onProgressUpdate: () => undefined,
  })
  mkdirSync(dirname(memory), { recursive: true })
  writeFileSync(memory, now)
  const sizes = subPackageInfo.map(({ name, size }) => `${name} ${Math.ceil(size / 1024)} KB`)
  return { did: [`上传了 ${step.version}${sizes.length > 0 ? `（${sizes.join('，')}）` : ''}`], notes: [] }
}
