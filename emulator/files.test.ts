import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Started, startFixtures } from './fixtures/start'

let local: Started
beforeAll(async () => {
  local = await startFixtures()
})
afterAll(() => local.stop())

const sdk = async (thing: string, input: object) => {
  const answer = await local.call('sdk', { thing, input })
  return ('result' in answer ? answer.result : answer) as unknown
}
const upload = async (path: string, text: string, openid = 'openid-1') =>
  (await (
    await local.post(`/upload?path=${encodeURIComponent(path)}`, text, { 'x-demo-openid': openid })
  ).json()) as { fileID?: string; error?: { code: number } }
const urlOf = async (fileID: string) => {
  const { done } = (await sdk('urls', { fileList: [fileID] })) as {
    done: { fileList: { tempFileURL: string }[] }
  }
  return done.fileList[0]?.tempFileURL ?? ''
}

test('a phone’s upload is read through a temporary address, and not without its signature', async () => {
  const { fileID = '' } = await upload('photos/1.jpg', 'picture')
  expect(fileID).toMatch(/^cloud:\/\/.+\/photos\/1\.jpg$/)
  const url = await urlOf(fileID)
  expect(await (await fetch(url)).text()).toBe('picture')
  expect((await fetch(url.replace(/\?.*/, ''))).status).toBe(403)
  expect((await fetch(url.replace('1.jpg', '2.jpg'))).status).toBe(403)
})

test('somebody else’s file cannot be replaced by a phone', async () => {
  await upload('photos/mine.jpg', 'mine')
  expect(await upload('photos/mine.jpg', 'theirs', 'openid-2')).toMatchObject({ error: { code: -503002 } })
})

test('a function uploads, reads back and deletes', async () => {
  const { done } = (await sdk('upload', { cloudPath: 'reports/a.txt', text: '报告' })) as {
    done: { fileID: string }
  }
  expect(await sdk('download', done)).toEqual({ done: '报告' })
  expect(await sdk('remove', { fileList: [done.fileID] })).toMatchObject({
    done: { fileList: [{ status: 0 }] },
  })
  expect(await urlOf(done.fileID)).toBe('')
})

test.each([
  '../outside',
  'a/../../b',
  '..',
  '/etc/passwd',
  '//server/share',
  'C:\\windows',
  'a//b',
  'a/./b',
  'a/',
  '',
  'nul\u0000',
  'line\nbreak',
  'back\\slash',
  '%2e%2e/outside',
  'a?b',
  'x'.repeat(851),
])('the path %j is refused, to a phone and to a function', async (path) => {
  expect(await upload(path, 'x')).toMatchObject({ error: { code: expect.any(Number) } })
  expect(await sdk('upload', { cloudPath: path, text: 'x' })).toMatchObject({ failed: expect.anything() })
  const stored = path.includes('outside') && existsSync(join(local.dir, '..', 'outside'))
  expect(stored).toBe(false)
})

test('an address cannot be bent to another file, however it is written', async () => {
  const { fileID = '' } = await upload('photos/bend.jpg', 'picture')
  const url = await urlOf(fileID)
  for (const bent of [
    '%2e%2e/wechat.sqlite',
    '..%2fwechat.sqlite',
    '%00',
    '..%5cwechat.sqlite',
    '%ff',
    '%',
  ]) {
    const answer = await fetch(url.replace('photos/bend.jpg', bent))
    expect([400, 403, 404]).toContain(answer.status)
  }
})

test('a part of a file is sent on request, and a part that it does not have is refused', async () => {
  const { fileID = '' } = await upload('reports/数字.txt', '0123456789')
  const url = await urlOf(fileID)
  const part = async (range: string, more: Record<string, string> = {}) => {
    const answer = await fetch(url, { headers: { range, ...more } })
    return [answer.status, await answer.text(), answer.headers.get('content-range')]
  }
  expect(await part('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10'])
  expect(await part('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10'])
  expect(await part('bytes=-3')).toEqual([206, '789', 'bytes 7-9/10'])
  expect(await part('bytes=5-99')).toEqual([206, '56789', 'bytes 5-9/10'])
  expect(await part('bytes=10-')).toEqual([416, '', 'bytes */10'])
  expect(await part('bytes=-0')).toEqual([416, '', 'bytes */10'])
  for (const odd of ['bytes=4-2', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-', 'bytes=a-b'])
    expect(await part(odd)).toEqual([200, '0123456789', null])
  expect(await part('bytes=0-1', { 'if-range': '"older"' })).toEqual([200, '0123456789', null])
  const head = await fetch(url, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '10'])
  expect((await fetch(url, { method: 'DELETE' })).status).toBe(403)
})

test('an address is valid as long as a function asked for', async () => {
  const { fileID = '' } = await upload('short.txt', 'x')
  const { done } = (await sdk('urls', { fileList: [{ fileID, maxAge: 60 }] })) as {
    done: { fileList: { tempFileURL: string }[] }
  }
  const url = done.fileList[0]?.tempFileURL ?? ''
  expect((await fetch(url)).status).toBe(200)
  await local.emulator.clock.advance(61_000)
  expect((await fetch(url)).status).toBe(403)
  await local.emulator.clock.reset()
})

const MB = 1024 * 1024

test('60 MB go in from a function’s stream and out again without being held in memory; from a phone 50 MB are the limit', async () => {
  const program = join(__dirname, 'fixtures/big-file.ts')
  const options = ['--expose-gc', '--require', 'tsx/cjs', program]
  const { stdout } = await promisify(execFile)(process.execPath, options, { cwd: join(__dirname, '..') })
  const { going, coming, megabytes } = JSON.parse(stdout)
  expect(megabytes).toBe(60)
  expect(going).toBeLessThan(25)
  expect(coming).toBeLessThan(25)
  const body = new Blob([Buffer.alloc(51 * MB)])
  const refused = await fetch(`${local.emulator.url}/upload?path=too-big.bin`, {
    method: 'POST',
    headers: { 'x-demo-openid': 'openid-1' },
    body,
  })
  expect(await refused.json()).toMatchObject({ error: { code: -403001 } })
  expect(readdirSync(join(local.dir, 'files')).filter((name) => name.startsWith('upload-'))).toEqual([])
}, 300_000)

test('addresses stop working when their time is over', async () => {
  let clock = Date.now()
  const timed = await startFixtures({ now: () => clock })
  const { fileID } = (await (
    await timed.post('/upload?path=a.txt', 'x', { 'x-demo-openid': 'openid-1' })
  ).json()) as { fileID: string }
  const answer = (await timed.call('sdk', { thing: 'urls', input: { fileList: [fileID] } })) as {
    result: { done: { fileList: { tempFileURL: string }[] } }
  }
  const url = answer.result.done.fileList[0]?.tempFileURL ?? ''
  expect((await fetch(url)).status).toBe(200)
  clock += 3 * 60 * 60_000
  expect((await fetch(url)).status).toBe(403)
  await timed.stop()
})
