import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Started, startFixtures } from '../fixtures/start'

let folder: string
let local: Started
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const asks = (range: string) => JSON.stringify({ dependencies: { 'wx-server-sdk': range } })
const USES_SDK = `
  const cloud = require('wx-server-sdk')
  cloud.init()
  exports.main = async () => ({ openid: cloud.getWXContext().OPENID, version: cloud.version })`

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'public-functions-'))
  write('plain/index.js', USES_SDK)
  write('plain/package.json', `\ufeff${asks('~2.5.3')}`)
  write('installed/index.js', USES_SDK)
  write('installed/package.json', asks('1.8.2'))
  write('installed/node_modules/wx-server-sdk/package.json', '{"version":"1.8.2"}')
  write(
    'installed/node_modules/wx-server-sdk/index.js',
    `module.exports = { init() {}, getWXContext: () => ({ OPENID: process.env.WX_OPENID }), version: 'its own' }`,
  )
  write(
    'callback/index.js',
    'exports.main = (event, context, done) => { setTimeout(done, 5, null, event.a + 1) }',
  )
  write('refuses/index.js', `exports.main = (event, context, done) => done(new Error('by callback'))`)
  write('short/index.js', 'exports.main = (event) => ({ openid: event.userInfo.openId })')
  write('missing/index.js', `require('ioredis'); exports.main = () => 1`)
  write('module/index.js', `export async function main() { return 'a module' }`)
  write('module/package.json', '{"type":"module"}')
  write('readme.txt', 'no function')
  local = await startFixtures({ functions: folder })
})
afterAll(async () => {
  await local.stop()
  rmSync(folder, { recursive: true })
})

test('a function that installed no SDK gets ours, one that did gets its own', async () => {
  expect(await local.call('plain', {})).toMatchObject({ result: { openid: 'openid-1' } })
  expect(await local.call('installed', {})).toEqual({ result: { openid: 'openid-1', version: 'its own' } })
  const shown = (await (await fetch(`${local.emulator.url}/functions`)).json()) as { name: string }[]
  expect(shown.find(({ name }) => name === 'plain')).toMatchObject({
    sdk: { asked: '~2.5.3', used: '4.0.2' },
  })
  expect(shown.find(({ name }) => name === 'installed')).toMatchObject({ sdk: { used: '1.8.2' } })
})

test('a function may answer by callback, be a module, or do without a config and an SDK', async () => {
  expect(await local.call('callback', { a: 1 })).toEqual({ result: 2 })
  expect(await local.call('refuses', {})).toMatchObject({ error: { code: -504002 } })
  expect(await local.call('short', {})).toEqual({ result: { openid: 'openid-1' } })
  expect(await local.call('module', {})).toEqual({ result: 'a module' })
})

test('a package that is not installed is named in the answer', async () => {
  expect(await local.call('missing', {})).toMatchObject({
    error: { code: -504002, message: expect.stringContaining("Cannot find module 'ioredis'") },
  })
})
