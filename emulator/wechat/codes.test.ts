import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import { type Started, startFixtures } from '../fixtures/start'

let local: Started
beforeAll(async () => {
  local = await startFixtures({ appPages: ['home/index', 'training/class/index'] })
})
afterAll(() => local.stop())

const draw = async (input: object) => {
  const answer = (await local.call('sdk', { thing: 'code', input })) as {
    result: { done?: { contentType: string; picture: string }; failed?: number }
  }
  return answer.result
}

test('a code is a picture of the width asked for, and says its page and scene when it is scanned', async () => {
  const { done } = await draw({ scene: 'class=open-1&v=2', page: 'training/class/index', width: 300 })
  expect(done?.contentType).toBe('image/png')
  const { width, height, data } = PNG.sync.read(Buffer.from(done?.picture ?? '', 'base64'))
  expect([width, height]).toEqual([300, 300])
  const read = jsqr(new Uint8ClampedArray(data), width, height)?.data
  expect(read).toBe('weapp://wx0123456789abcdef/training/class/index?scene=class%3Dopen-1%26v%3D2')
})

test.each([
  ['a scene of 33 characters', { scene: 'x'.repeat(33) }, 40169],
  ['no scene', {}, 40169],
  ['a scene in Chinese', { scene: '班' }, 40169],
  ['a page with a slash in front', { scene: 'a', page: '/home/index' }, 41030],
  ['a page with a query', { scene: 'a', page: 'home/index?a=1' }, 41030],
  ['a page that is not there', { scene: 'a', page: 'nothing/index' }, 41030],
  ['a picture too small', { scene: 'a', width: 100 }, 40097],
])('%s is refused', async (_, input, code) => {
  expect(await draw(input)).toMatchObject({ failed: code })
})

test('a page that is not published yet is taken when it need not be checked', async () => {
  expect(await draw({ scene: 'a', page: 'soon/index', checkPath: false })).toHaveProperty('done')
})
