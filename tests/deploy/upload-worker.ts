/**
 * A process of its own, since miniprogram-ci keeps children and files where it runs. Arguments: the bundle and the key
 * file; prints the names of the compiled files as JSON on the last line.
 */
import { projectOptions, SETTING } from '../../scripts/deploy/miniprogram'

interface Ci {
  Project: new (options: object) => object
  getCompiledResult(options: object, zip: string): Promise<Record<string, unknown>>
}

async function compiled(folder: string, privateKeyPath: string): Promise<string[]> {
  // Before anything that keeps hold of it: nothing is asked of a server.
  require('miniprogram-ci/dist/utils/request.js').request = () => Promise.reject(new Error('no network here'))
  const ci = require('miniprogram-ci') as Ci
  const { DefaultProjectAttr } = require('miniprogram-ci/dist/config/config.js')
  const project = new ci.Project({
    ...projectOptions(folder, { appid: 'wx0123456789abcdef', privateKeyPath }),
    // A project's attributes are asked of WeChat's server unless this hook answers.
    attr: async () => DefaultProjectAttr,
  })
  const files = await ci.getCompiledResult(
    { project, setting: SETTING, onProgressUpdate: () => undefined },
    'compiled.zip',
  )
  return Object.keys(files).sort()
}

const [folder = '', key = ''] = process.argv.slice(2)
compiled(folder, key).then(
  (names) => process.stdout.write(`\n${JSON.stringify(names)}\n`, () => process.exit(0)),
  (error: Error) => process.stdout.write(`\n${JSON.stringify(error.message)}\n`, () => process.exit(1)),
)
