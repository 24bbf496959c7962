import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import database from '../../cloudfunctions/database.json'
import { KEYS } from '../../scripts/deploy/keys'

const SECRETS = {
  UPLOAD_KEY: 'upload-key-nobody-may-see',
  TENCENTCLOUD_SECRETID: 'AKIDnobodymayseethis01',
  TENCENTCLOUD_SECRETKEY: 'secretnobodymayseethis2',
}

function command(script: string, args: string[], environment: Record<string, string> = {}) {
  const names = new Set(KEYS.map(({ variable }) => variable))
  const inherited = Object.entries(process.env).filter(([name]) => !names.has(name))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', require.resolve('tsx'), script, ...args],
    {
      encoding: 'utf8',
      // Whatever would go out by way of the management SDK fails at once.
      env: { ...Object.fromEntries(inherited), http_proxy: 'http://127.0.0.1:9', ...environment },
      timeout: 120_000,
    },
  )
  return { status, text: stdout + stderr }
}

const deploy = (args: string[], environment?: Record<string, string>) =>
  command('scripts/deploy/main.ts', args, environment)

test('a dry run prints every step and every console errand, needs nothing, shows no secret, and does nothing', () => {
  const { status, text } = deploy(['--dry-run'], SECRETS)
  expect(status).toBe(0)
  for (const name of Object.keys(database.collections)) expect(text).toContain(`集合 ${name}\n`)
  for (const name of readdirSync('cloudfunctions/functions')) expect(text).toContain(`云函数 ${name}\n`)
  expect(text).toContain('everyMinute')
  expect(text).toContain('小程序代码')
  expect(text).toContain('wxa_media_check')
  expect(text).toContain('什么都没有做')
  for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret)
})

test('one part alone is planned with --only, an unknown one is told', () => {
  const { text } = deploy(['--dry-run', '--only', 'storage'])
  expect(text).toContain('[1/1] 云存储权限')
  expect(text).not.toContain('集合 ')
  const unknown = deploy(['--dry-run', '--only', 'everything'])
  expect(unknown.status).toBe(1)
  expect(unknown.text).toContain('--only 没有 everything 这一部分')
})

test('a wrong environment variable is told in a sentence, without a stack', () => {
  const { status, text } = deploy(['--only', 'storage'], { ...SECRETS, TARO_APP_ENV_ID: 'Not An Id' })
  expect(status).toBe(1)
  expect(text).toContain('环境 ID 只有小写字母')
  expect(text).not.toMatch(/\n\s+at /)
})

test('configure --help names every option', () => {
  const { status, text } = command('scripts/configure/main.ts', ['--help'])
  expect(status).toBe(0)
  for (const { name } of KEYS) expect(text).toContain(`--${name}`)
})
