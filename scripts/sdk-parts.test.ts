import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'
import { LEFT_OUT, leaveOut } from './sdk-parts'

interface App {
  ai(): unknown
  mysql(): unknown
  auth(): { createTicket(id: string): unknown }
  database(): { collection(name: string): { doc(id: string): object } }
}

/** The package under wx-server-sdk, bundled as our functions are. */
async function bundledSdk() {
  const { outputFiles, metafile } = await build({
    stdin: { contents: "export { init } from '@cloudbase/node-sdk'", resolveDir: __dirname },
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    write: false,
    metafile: true,
    logLevel: 'error',
    plugins: [leaveOut],
  })
  const module = { exports: {} as { init(options: object): App } }
  new Function('module', 'exports', 'require', outputFiles[0]!.text)(
    module,
    module.exports,
    createRequire(__filename),
  )
  return { sdk: module.exports, files: Object.keys(metafile.inputs) }
}

test('the parts left out say so when they are called, and the rest of the SDK is there', async () => {
  const { sdk, files } = await bundledSdk()
  const app = sdk.init({ env: 'local', secretId: 'local', secretKey: 'local' })
  expect(() => app.ai()).toThrow('ai() is left out of the bundle')
  expect(() => app.mysql()).toThrow('mysql() and rdb() is left out')
  expect(app.database().collection('classes').doc('one')).toBeDefined()
  // An entry that no longer fits a file of the SDK would leave nothing out, and nobody would notice.
  for (const { part } of LEFT_OUT) expect(files.some((file) => `/${file}`.includes(part))).toBe(true)
  expect(files.some((file) => file.includes('@cloudbase/ai/'))).toBe(false)
})

test('nothing of ours, and of wx-server-sdk only its own ai(), asks for the parts left out', () => {
  const asks = /\.(ai|mysql|rdb|createTicket)\(|\.models\b/
  const sdk = readFileSync(require.resolve('wx-server-sdk'), 'utf8')
  expect(sdk.match(new RegExp(asks, 'g'))).toEqual(['.ai('])
  const ours = readdirSync('cloudfunctions', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => asks.test(readFileSync(join('cloudfunctions', file), 'utf8')))
  expect(ours).toEqual([])
})

test('the api bundle carries no sentences of zod in forty languages', async () => {
  const { metafile } = await build({
    entryPoints: ['cloudfunctions/functions/api/index.ts'],
    bundle: true,
    platform: 'node',
    write: false,
    metafile: true,
    logLevel: 'error',
    plugins: [leaveOut],
  })
  const [output] = Object.values(metafile.outputs)
  const locales = Object.entries(output!.inputs).filter(
    ([file, { bytesInOutput }]) => /zod\/v4\/locales\/(?!en\.)/.test(file) && bytesInOutput > 0,
  )
  // `import * as z`, never `import { z }`: only the first lets the bundler see what is used.
  expect(locales).toEqual([])
})
