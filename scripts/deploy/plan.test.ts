import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import database from '../../cloudfunctions/database.json'
import { TEMPLATE_KINDS, TEMPLATES } from '../../contract/notification'
import type { DatabaseSchema } from '../../emulator/store/types'
import { type Bundle, builtIn, hashOf, readBundles } from './bundle'
import { errandLines, errands } from './by-hand'
import { plan } from './plan'
import { privateInterfacesUsed } from './privacy'
import { requireConfigured } from './run'
import { say } from './say'
import { conceal } from './trouble'

const SOURCE = 'cloudfunctions/functions'
/** The real functions as they are configured, without building them. */
const bundles: Bundle[] = readdirSync(SOURCE).map((name) => {
  const config = JSON.parse(readFileSync(join(SOURCE, name, 'config.json'), 'utf8')) as {
    timeout: number
    memorySize: number
    permissions?: { openapi?: string[] }
    triggers?: { name: string; config: string }[]
  }
  const trigger = config.triggers?.[0]
  return {
    name,
    folder: `dist/cloudfunctions/${name}`,
    timeout: config.timeout,
    memory: config.memorySize,
    openapi: config.permissions?.openapi ?? [],
    ...(trigger ? { timer: { name: trigger.name, cron: trigger.config } } : {}),
    bytes: 1000,
    hash: 'abc',
  }
})
const steps = (values = {}) =>
  plan({
    schema: database as DatabaseSchema,
    bundles,
    values,
    miniprogram: { folder: 'dist/weapp', version: '0.1.0', description: 'x' },
  })
const handed = (values = {}) =>
  errandLines(errands({ values, bundles, privacy: privateInterfacesUsed('client') })).join('\n')

test('every collection, function and timer has its step: data first, the mini-program last', () => {
  const kinds = steps().map(({ kind }) => kind)
  const timed = bundles.filter(({ timer }) => timer)
  expect(kinds).toEqual([
    ...Object.keys(database.collections).map(() => 'collection'),
    'storageRule',
    ...bundles.map(() => 'function'),
    ...timed.map(() => 'timer'),
    'upload',
  ])
  expect(timed.length).toBeGreaterThan(0)
})

test('no collection is open to the phones: everything goes through the functions', () => {
  for (const step of steps()) if (step.kind === 'collection') expect(step.permission).toBe('ADMINONLY')
})

test('a printed plan names each index and variable, and hides the upload key', () => {
  const text = steps({ uploadKey: 'a-secret-upload-key', templateEnrolled: 'template-of-the-county' })
    .flatMap((step) => [say(step).title, ...say(step).details])
    .join('\n')
  for (const { indexes } of Object.values(database.collections))
    for (const { name } of indexes) expect(text).toContain(`${name}(`)
  expect(text).toContain('TEMPLATE_ENROLLED=template-of-the-county')
  expect(text).toContain('UPLOAD_KEY=（已设置，不显示）')
  expect(text).not.toContain('a-secret-upload-key')
})

test('what is missing is asked for before anything is done', () => {
  expect(() => requireConfigured(['database', 'miniprogram'], { env: 'x' })).toThrow(
    /appid[\s\S]*privateKeyPath[\s\S]*secretId[\s\S]*secretKey/,
  )
  expect(() => requireConfigured(['database'], { env: 'x', secretId: 'a', secretKey: 'b' })).not.toThrow()
})

test('the console steps carry the exact template fields, permissions, timers and private interfaces', () => {
  const text = handed({ templateEnrolled: 'template-of-the-county', env: 'keji-env' })
  for (const kind of TEMPLATE_KINDS) {
    expect(text).toContain(TEMPLATES[kind].title)
    expect(TEMPLATES[kind].keywords).toHaveLength(TEMPLATES[kind].fields.length)
    for (const field of TEMPLATES[kind].fields) expect(text).toContain(`{{${field}.DATA}}`)
  }
  for (const { openapi, timer } of bundles) {
    for (const permission of openapi) expect(text).toContain(permission)
    if (timer) expect(text).toContain(timer.cron)
  }
  for (const value of ['template-of-the-county', 'keji-env', 'wxa_media_check', 'chooseMedia'])
    expect(text).toContain(value)
  expect(text).toContain('〈未设置 templateAnswered〉')
  expect(text).not.toContain('还没有写明用途')
})

test('the cloud calls the functions make are those their config.json names', () => {
  const used = new Set<string>()
  for (const file of readdirSync('cloudfunctions', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue
    const code = readFileSync(join('cloudfunctions', file), 'utf8')
    for (const [, call] of code.matchAll(/cloud\.openapi\.(\w+\.\w+)/g)) used.add(call ?? '')
  }
  const named = bundles.flatMap(({ openapi }) => openapi)
  // Two functions draw codes.
  expect([...new Set(named)].sort()).toEqual([...used].sort())
})

test('a function is the same by its content, wherever and whenever it was built', () => {
  const root = mkdtempSync(join(tmpdir(), 'bundle-'))
  try {
    for (const place of ['one', 'two']) {
      mkdirSync(join(root, place, 'api', 'fonts'), { recursive: true })
      writeFileSync(join(root, place, 'api', 'index.js'), 'code')
      writeFileSync(join(root, place, 'api', 'fonts', 'a'), 'font')
      writeFileSync(join(root, place, 'api', 'config.json'), '{"timeout":20,"memorySize":256}')
    }
    const [first, second] = [readBundles(join(root, 'one')), readBundles(join(root, 'two'))]
    expect(first[0]?.hash).toBe(second[0]?.hash)
    writeFileSync(join(root, 'two', 'api', 'fonts', 'a'), 'other')
    expect(hashOf(join(root, 'two', 'api')).hash).not.toBe(first[0]?.hash)
    writeFileSync(join(root, 'two', 'api', 'config.json'), '{"timeuot":20,"memorySize":256}')
    expect(() => readBundles(join(root, 'two'))).toThrow('timeuot')
  } finally {
    rmSync(root, { recursive: true })
  }
})

test('the plan tells size and hash of the built mini-program, and where there is none, how to make it', () => {
  const root = mkdtempSync(join(tmpdir(), 'weapp-'))
  const upload = () =>
    say({
      part: 'miniprogram',
      kind: 'upload',
      folder: 'dist/weapp',
      version: '0.1.0',
      description: 'x',
      code: builtIn(root),
    }).details.join('\n')
  try {
    expect(upload()).toContain('还没有构建，先运行 npm run build')
    writeFileSync(join(root, 'app.json'), '{}'.padEnd(3000))
    expect(upload()).toContain(`代码 3 KB，${hashOf(root).hash}`)
    expect(upload()).not.toContain('还没有构建')
  } finally {
    rmSync(root, { recursive: true })
  }
})

/** Words of WeChat and of its consoles, which are not ours. */
const WECHATS = ['允许', '云函数', '上传并部署：所有文件', '采集用户隐私', '发布']

test('whatever the errands quote of the mini-program stands there in these very words', () => {
  const code = readdirSync('client', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => readFileSync(join('client', file), 'utf8'))
    .join('\n')
  const others = new Set([...WECHATS, ...Object.values(TEMPLATES).map(({ title }) => title)])
  const quoted = [...handed().matchAll(/“([^”]+)”/g)]
    .flatMap(([, words = '']) => words.split(' → '))
    .filter((words) => !others.has(words))
  expect(quoted.length).toBeGreaterThan(10)
  expect(quoted.filter((words) => !code.includes(words))).toEqual([])
})

test('a secret is taken out of any text', () => {
  expect(conceal('key abcdefgh1234 used', { secretKey: 'abcdefgh1234' })).toBe('key •••• used')
})
