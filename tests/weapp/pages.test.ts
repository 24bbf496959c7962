import { playScene, type Scene } from '../../scripts/screens/scene'
import type { Shot } from '../../scripts/screens/shot'
import { SHOTS } from '../../scripts/screens/shots'
import { type Cloud, startCloud } from '../system/cloud'
import { sent } from './journey'
import { BUILD_PATIENCE, ourBundle } from './our-bundle'
import { readBundle } from './phone/bundle'
import { allPages, pageJson, readAppJson } from './phone/logic/app-json'
import { makePhone } from './phone/phone'

/** What one screen may send to WeChat's view layer until it is at rest; each setData costs a slow phone time. */
const SCREEN_BYTES = 64 * 1024

let dist = ''
let cloud: Cloud
let scene: Scene
beforeAll(async () => {
  dist = await ourBundle()
  cloud = await startCloud()
  scene = await playScene(cloud.emulator.url)
}, BUILD_PATIENCE)
afterAll(() => cloud?.close())

test('every page of app.json is in the table of pages, and no other', () => {
  expect(Object.keys(SHOTS).sort()).toEqual(allPages(readAppJson(readBundle(dist))).sort())
})

async function visit(page: string, { as, openid, query, network }: Shot) {
  const words = typeof query === 'function' ? query(scene) : query
  const phone = makePhone({
    dist,
    emulatorUrl: cloud.emulator.url,
    openid: openid ?? `demo-${as}`,
    state: { online: network !== 'offline' },
  })
  try {
    await phone.open(`/${page}${words ? `?${words}` : ''}`)
    const { errors, title } = phone
    // Who is calling is asked once in the life of the app; here each page is the first of its life.
    const calls = sent(phone)
      .map(({ operation }) => operation)
      .filter((operation) => operation !== 'identity.me' || SHOTS[page]?.operation === 'identity.me')
    const titled = phone.state.api.some(({ name }) => name === 'setNavigationBarTitle')
    const bytes = phone.state.setData.reduce((sum, each) => sum + each.bytes, 0)
    return { errors, title, titled, calls, bytes, text: phone.text() }
  } finally {
    phone.off()
  }
}

// A cloud that fails keeps a phone trying for half a minute; the pictures have that.
const visits = Object.entries(SHOTS).flatMap(([page, { shots }]) =>
  shots
    .filter(({ network }) => network !== 'failed')
    .map((shot) => ({ page, shot, as: shot.as, state: shot.state })),
)

test.each(visits)(
  '$page as $as ($state): its title, Chinese, one call, no complaint',
  async ({ page, shot }) => {
    const { errors, title, titled, calls, bytes, text } = await visit(page, shot)
    expect(errors).toEqual([])
    expect(title).toMatch(/\p{Script=Han}{2}/u)
    // A question's page is called as its question.
    if (!titled) expect(title).toBe(pageJson(readBundle(dist), page).navigationBarTitleText)
    expect(text).toMatch(/\p{Script=Han}{2}/u)
    expect(text).not.toContain('正在打开')
    if (shot.network === 'offline') expect(calls.length === 0 || text.includes('没有网络')).toBe(true)
    else expect(calls.length).toBeLessThanOrEqual(1)
    expect(bytes).toBeLessThan(SCREEN_BYTES)
  },
)
