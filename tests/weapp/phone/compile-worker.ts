/**
 * A process of its own, since miniprogram-ci keeps file watchers and children alive. Arguments: bundles; prints, for
 * each, what compile.ts calls Compiled as JSON on the last line.
 */
interface Ci {
  Project: new (options: object) => object
  getCompiledResult(options: object, zip: string): Promise<Record<string, string | Buffer>>
  checkCodeQuality(
    project: object,
  ): Promise<{ name: string; success: boolean; text: string; detail?: unknown }[]>
}

/** The rest of its checks concern settings DevTools applies when it uploads. */
const CHECKED = ['PACKAGE_SIZE_LIMIT', 'CONTAINS_OTHER_PKG_JS', 'CONTAINS_UNUSED_COMPONENTS']
/** WeChat's limit of the main package and of each subpackage, in bytes. */
const PACKAGE_LIMIT = 2 * 1024 * 1024
const MAIN = 'the main package'

function packageSizes(files: Record<string, string | Buffer>): Map<string, number> {
  const app = JSON.parse(String(files['app.json']))
  const roots: string[] = (app.subPackages ?? app.subpackages ?? []).map(
    (each: { root: string }) => `${each.root.replace(/\/$/, '')}/`,
  )
  const sizes = new Map<string, number>()
  for (const [path, content] of Object.entries(files)) {
    const owner = roots.find((root) => path.startsWith(root)) ?? MAIN
    sizes.set(owner, (sizes.get(owner) ?? 0) + Buffer.byteLength(content))
  }
  return sizes
}

// Before anything that keeps hold of it: nothing is asked of a server.
require('miniprogram-ci/dist/utils/request.js').request = () => Promise.reject(new Error('no network here'))
const ci = require('miniprogram-ci') as Ci
const { DefaultProjectAttr } = require('miniprogram-ci/dist/config/config.js')

async function compile(dist: string) {
  const project = new ci.Project({
    appid: 'wx0123456789abcdef',
    type: 'miniProgram',
    projectPath: dist,
    privateKey: 'not used without a network',
    ignores: ['node_modules/**/*'],
    // A project's attributes are asked of WeChat's server unless this hook answers.
    attr: async () => DefaultProjectAttr,
  })
  const setting = { es6: false, es7: false, minify: false }
  const problems: string[] = []
  let sizes: Record<string, number> = {}
  try {
    const files = await ci.getCompiledResult({ project, setting, onProgressUpdate: () => {} }, 'compiled.zip')
    sizes = Object.fromEntries(packageSizes(files))
    for (const [owner, bytes] of Object.entries(sizes))
      if (bytes > PACKAGE_LIMIT) problems.push(`${owner} has ${bytes} bytes, the limit is ${PACKAGE_LIMIT}`)
    for (const { name, success, text, detail } of await ci.checkCodeQuality(project))
      if (CHECKED.includes(name) && !success) problems.push(`${text} ${JSON.stringify(detail ?? '')}`)
  } catch (failure) {
    const { message, path } = failure as { message?: string; path?: string }
    problems.push(`${path ?? ''} ${message ?? String(failure)}`.trim())
  }
  return { problems, sizes }
}

async function main(dists: string[]): Promise<void> {
  const compiled: object[] = []
  for (const dist of dists) compiled.push(await compile(dist))
  process.stdout.write(`\n${JSON.stringify(compiled)}\n`, () => process.exit(0))
}
main(process.argv.slice(2))
