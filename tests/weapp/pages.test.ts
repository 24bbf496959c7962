import { playScene, type Scene } from '../../scripts/screens/scene'
import { SHOTS } from '../../scripts/screens/shots'
import { type Cloud, startCloud } from '../system/cloud'
import { BUILD_PATIENCE, ourBundle } from './our-bundle'
import { readBundle } from './phone/bundle'
import { allPages, pageJson, readAppJson } from './phone/logic/app-json'
import type { Bundle } from './phone/logic/types'
import { loadedBy, MOST_BYTES, visit, visitable } from './visit'

let dist = ''
let bundle: Bundle
let cloud: Cloud
let scene: Scene
beforeAll(async () => {
  dist = await ourBundle()
  bundle = readBundle(dist)
  cloud = await startCloud()
  scene = await playScene(cloud.emulator.url)
}, BUILD_PATIENCE)
afterAll(() => cloud?.close())

test('every page of app.json is in the table of pages, and no other', () => {
  expect(Object.keys(SHOTS).sort()).toEqual(allPages(readAppJson(bundle)).sort())
})

const visits = Object.entries(SHOTS).flatMap(([page, entry]) =>
  entry.shots.filter(visitable).map((shot) => {
    const loads = loadedBy(entry)
    return { page, shot, as: shot.as, state: shot.state, calls: loads ? [loads] : [] }
  }),
)

test.each(visits)(
  '$page as $as ($state): its title, Chinese, calls $calls, no complaint',
  async ({ page, shot, calls }) => {
    const found = await visit({ dist, emulatorUrl: cloud.emulator.url, scene }, page, shot)
    const { errors, title, titled, bytes, text } = found
    expect(errors).toEqual([])
    expect(title).toMatch(/\p{Script=Han}{2}/u)
    // A question's page is called as its question.
    if (!titled) expect(title).toBe(pageJson(bundle, page).navigationBarTitleText)
    expect(text).toMatch(/\p{Script=Han}{2}/u)
    expect(text).not.toContain('正在打开')
    // Without a network nothing arrives, and a page may knock again.
    if (shot.network === 'offline') expect(text).toContain('没有网络')
    else expect(found.calls).toEqual(calls)
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
  },
)
