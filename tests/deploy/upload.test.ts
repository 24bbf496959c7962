import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyUpload, projectOptions } from '../../scripts/deploy/miniprogram'

const upload = jest.fn()
jest.mock('miniprogram-ci', () => ({
  Project: class {
    constructor(readonly options: object) {}
  },
  upload: (options: unknown): unknown => upload(options),
}))

const STEP = {
  part: 'miniprogram',
  kind: 'upload',
  folder: 'weapp',
  version: '0.1.0',
  description: 'a test',
} as const

let root: string
let values: { appid: string; privateKeyPath: string }

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'upload-'))
  const weapp = join(root, 'weapp')
  mkdirSync(join(weapp, 'home'), { recursive: true })
  const files = {
    'app.json': JSON.stringify({ pages: ['home/index'] }),
    'app.js': 'App({})',
    'home/index.js': 'Page({})',
    'home/index.wxml': '<view>home</view>',
    'home/index.json': '{}',
    'project.config.json': JSON.stringify({ appid: 'touristappid', miniprogramRoot: './' }),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(weapp, name), text)
  const privateKeyPath = join(root, 'private.wx0123456789abcdef.key')
  writeFileSync(privateKeyPath, 'not a key')
  values = { appid: 'wx0123456789abcdef', privateKeyPath }
  upload.mockReset().mockResolvedValue({ subPackageInfo: [{ name: '__FULL__', size: 3000 }] })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('the project we hand to miniprogram-ci compiles, with WeChat’s own compiler and without a network', () => {
  const worker = join(__dirname, 'upload-worker.ts')
  const args = ['--import', require.resolve('tsx'), worker, join(root, 'weapp'), values.privateKeyPath]
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', timeout: 60_000 })
  const files: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  expect(files).toEqual(expect.arrayContaining(['app.json', 'home/index.js', 'home/index.wxml']))
})

test('the same code is uploaded once, changed code again, and again whenever one insists', async () => {
  const go = (always = false) => applyUpload(STEP, values, root, always)
  expect((await go()).did).toEqual(['上传了 0.1.0（__FULL__ 3 KB）'])
  expect((await go()).did).toEqual([])
  expect(upload).toHaveBeenCalledTimes(1)
  expect(upload).toHaveBeenCalledWith(
    expect.objectContaining({
      version: '0.1.0',
      desc: 'a test',
      project: { options: projectOptions(join(root, 'weapp'), values) },
    }),
  )
  writeFileSync(join(root, 'weapp', 'app.js'), 'App({ a: 1 })')
  await go()
  await go(true)
  expect(upload).toHaveBeenCalledTimes(3)
})

test('an upload that fails is not remembered as done', async () => {
  upload.mockRejectedValueOnce(new Error('invalid ip: 203.0.113.7'))
  await expect(applyUpload(STEP, values, root, false)).rejects.toThrow('invalid ip')
  expect((await applyUpload(STEP, values, root, false)).did).toHaveLength(1)
})

test('a missing key file is told in a sentence', async () => {
  const missing = { ...values, privateKeyPath: join(root, 'nowhere.key') }
  await expect(applyUpload(STEP, missing, root, false)).rejects.toThrow('找不到代码上传密钥')
})
