import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configuration } from '../../cloudfunctions/platform/configuration'
import { functionEnvironment, readConfiguration, readPrivateFile, writePrivateFiles } from './configuration'
import { exampleFile } from './example'
import { KEYS } from './keys'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'configuration-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const example = () => JSON.parse(readFileSync('deploy.example.json', 'utf8')) as Record<string, string>

test('deploy.example.json is what the list of keys makes it, and explains each', () => {
  expect(readFileSync('deploy.example.json', 'utf8')).toBe(exampleFile())
  for (const { name } of KEYS) expect(example()[`// ${name}`]).toMatch(/\S/)
})

test('the example itself, explanations and all, would be a configuration without a mistake', () => {
  writeFileSync(join(root, 'deploy.private.json'), JSON.stringify(example()))
  const values = readConfiguration(root, {})
  expect(Object.keys(values).sort()).toEqual(KEYS.map(({ name }) => name).sort())
})

test('what the deployment sets is what the functions read', () => {
  const environment = functionEnvironment({
    uploadKey: 'a-key-of-20-characters',
    identityKeys: `2026:${Buffer.alloc(32).toString('base64')}`,
    identityHashKey: 'a-hash-key-of-at-least-32-characters',
    firstAdminOpenid: 'openid-of-the-first',
    bindingByMatch: 'on',
    miniprogramState: 'trial',
    templateEnrolled: 'e',
    templateAnswered: 'a',
    templateDividendConfirmed: 'd',
  })
  expect(configuration(environment)).toEqual({
    uploadKey: 'a-key-of-20-characters',
    identityKeys: [{ name: '2026', key: Buffer.alloc(32) }],
    identityHashKey: 'a-hash-key-of-at-least-32-characters',
    firstAdminOpenid: 'openid-of-the-first',
    bindingByMatch: true,
    miniprogramState: 'trial',
    templates: { enrolled: 'e', answered: 'a', dividendConfirmed: 'd' },
  })
})

test('environment variables go before the file, the file before what a key falls back to', () => {
  writePrivateFiles(root, { env: 'from-the-file', miniprogramState: 'trial' })
  expect(readConfiguration(root, { TARO_APP_ENV_ID: 'from-outside' })).toMatchObject({
    env: 'from-outside',
    miniprogramState: 'trial',
    region: 'ap-shanghai',
  })
})

test('only its owner may read the private file, also where it was there before', () => {
  const path = join(root, 'deploy.private.json')
  writeFileSync(path, '{}', { mode: 0o644 })
  writePrivateFiles(root, { appid: 'wx0123456789abcdef', secretKey: 'x' })
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('DevTools gets the appid, keeps its own settings, and sees no secret', () => {
  const path = join(root, 'project.private.config.json')
  writeFileSync(path, JSON.stringify({ setting: { compileHotReLoad: true } }))
  writePrivateFiles(root, { appid: 'wx0123456789abcdef', secretKey: 'x', uploadKey: 'y' })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    setting: { compileHotReLoad: true },
    appid: 'wx0123456789abcdef',
  })
})

test.each([
  ['an unknown name', '{"apid": "wx0123456789abcdef"}', '不认识的 apid'],
  ['broken JSON', '{', '不是正确的 JSON'],
  ['a list', '[]', '应该是一个 JSON 对象'],
  ['a number', '{"appid": 1}', 'appid 应该是文字'],
])('%s in the private file is told in a sentence', (_, text, expected) => {
  writeFileSync(join(root, 'deploy.private.json'), text)
  expect(() => readPrivateFile(root)).toThrow(expected)
})

test('a wrong value is refused with what a right one looks like', () => {
  writePrivateFiles(root, { appid: 'wx123' })
  expect(() => readConfiguration(root, {})).toThrow('AppID 是 wx 加 16 位')
})

test('no private file can get into the repository, and none is there', () => {
  const names = ['deploy.private.json', 'project.private.config.json', 'private.wx0123456789abcdef.key']
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim().split('\n')
  expect(git('check-ignore', ...names)).toEqual(names)
  const tracked = git('ls-files').filter((file) => /\.private(\.config)?\.json$|\.key$/.test(file))
  expect(tracked).toEqual([])
})
