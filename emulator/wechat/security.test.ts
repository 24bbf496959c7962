import { type Started, startFixtures } from '../fixtures/start'

// Codes and limits: developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.msgSecCheck.html
let local: Started
beforeAll(async () => {
  local = await startFixtures()
  local.emulator.load({ collections: { pushed: [] } })
})
afterAll(() => local.stop())

const sdk = async (thing: string, input: object = {}, openid = 'openid-1') => {
  const answer = await local.call('sdk', { thing, input }, openid)
  return 'result' in answer ? answer.result : answer
}
const text = { content: '李子叶子发黄', version: 2, scene: 2, openid: 'openid-1' }

test('text is judged with its title, nickname and signature', async () => {
  expect(await sdk('checkText', text)).toMatchObject({
    done: { errCode: 0, result: { suggest: 'pass', label: 100 }, traceId: expect.any(String) },
  })
  expect(await sdk('checkText', { ...text, content: '违规测试词' })).toMatchObject({
    done: { result: { suggest: 'risky' } },
  })
  expect(await sdk('checkText', { ...text, title: '待审测试词' })).toMatchObject({
    done: { result: { suggest: 'review' } },
  })
})

test.each([
  ['no content', { content: '' }, 44002],
  ['2,501 characters', { content: '长'.repeat(2501) }, 45002],
  ['no version', { version: undefined }, 47001],
  ['scene 5', { scene: 5 }, 40129],
  ['a scene that is text', { scene: '2' }, 40129],
  ['no openid', { openid: '' }, 40003],
  ['an openid that is none', { openid: '某人' }, 40003],
  ['somebody who never was here', { openid: 'never-here' }, 61010],
])('a text with %s is refused', async (_, change, failed) => {
  expect(await sdk('checkText', { ...text, ...change })).toMatchObject({ failed })
})

test('2,500 characters pass; emoji count as one', async () => {
  expect(await sdk('checkText', { ...text, content: '🌱'.repeat(2500) })).toHaveProperty('done')
})

test('more calls than a minute allows are refused with 45009 until the next minute', async () => {
  const own = await startFixtures()
  const many = async (n: number) => {
    const answer = await own.call('sdk', { thing: 'checkOften', input: { n, check: text } })
    return (answer as { result: { done: number[] } }).result.done
  }
  await own.emulator.clock.set(Date.parse('2030-01-01T00:00:00Z'))
  const codes = await many(4001)
  expect(codes.filter((code) => code === 45009)).toHaveLength(1)
  await own.emulator.clock.advance(60_000)
  expect(await many(1)).toEqual([0])
  await own.stop()
})

test('a picture’s bytes are judged by the old check, up to 1 MB', async () => {
  expect(await sdk('checkImage', { text: 'a picture' })).toMatchObject({ done: { errCode: 0 } })
  expect(await sdk('checkImage', { text: '违规测试图片' })).toMatchObject({ failed: 87014 })
  expect(await sdk('checkImage', { text: '' })).toMatchObject({ failed: 41005 })
})

const upload = async (path: string, body: string) => {
  const answer = await local.post(`/upload?path=${path}`, body, { 'x-demo-openid': 'openid-1' })
  const { fileID } = (await answer.json()) as { fileID: string }
  const { done } = (await sdk('urls', { fileList: [fileID] })) as {
    done: { fileList: { tempFileURL: string }[] }
  }
  return done.fileList[0]?.tempFileURL ?? ''
}
const media = (mediaUrl: string, change: object = {}) =>
  sdk('checkMedia', { mediaUrl, mediaType: 2, version: 2, scene: 1, openid: 'openid-1', ...change })
const pushed = (trace: string) =>
  local.emulator.store.find('pushed', { 'event.trace_id': trace }) as { event: object; SOURCE: string }[]

test('a picture’s verdict is pushed to a function when its time has come', async () => {
  for (const [path, suggest] of [
    ['ok.jpg', 'pass'],
    ['risky.jpg', 'risky'],
  ] as const) {
    const { done } = (await media(await upload(path, 'picture'))) as { done: { traceId: string } }
    expect(pushed(done.traceId)).toEqual([])
    await local.emulator.clock.advance(1000)
    expect(pushed(done.traceId)).toMatchObject([
      {
        OPENID: 'openid-1',
        SOURCE: 'wx_unknown',
        event: { MsgType: 'event', Event: 'wxa_media_check', version: 2, result: { suggest } },
      },
    ])
  }
})

test('an address that cannot be read gets an event with an error and no result', async () => {
  const { done } = (await media('https://example.com/a.jpg')) as { done: { traceId: string } }
  await local.emulator.clock.advance(1000)
  const [first] = pushed(done.traceId)
  expect(first?.event).toMatchObject({ errcode: -1008 })
  expect(first?.event).not.toHaveProperty('result')
})

test('a media type, a size and a person that are not right are refused at once', async () => {
  const url = await upload('a.jpg', 'picture')
  expect(await media(url, { mediaType: 3 })).toMatchObject({ failed: 47001 })
  expect(await media(url, { openid: 'never-here' })).toMatchObject({ failed: 61010 })
  expect(await media(await upload('big.jpg', 'x'.repeat(10 * 1024 * 1024 + 1)))).toMatchObject({
    failed: 40006,
  })
})

test('an api that config.json does not list, that does not exist, or that is only not here, is told apart', async () => {
  expect(await sdk('notPermitted')).toMatchObject({ failed: -604101 })
  expect(await sdk('misspelt')).toMatchObject({ failed: -604100 })
  expect(await sdk('absent')).toMatchObject({ failed: -604103 })
  expect(local.emulator.calls().at(-1)?.log.join()).toContain('not in the local cloud')
  expect(await sdk('pay')).toMatchObject({ message: expect.stringContaining('no wx.wxPayApi') })
})
