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

test.each(['../outside', 'a/../../b', '/etc/passwd', 'a//b', 'a/./b', '', 'nul\u0000', 'back\\slash'])(
  'the path %j is refused',
  async (path) => {
    expect(await upload(path, 'x')).toMatchObject({ error: { code: expect.any(Number) } })
  },
)

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
