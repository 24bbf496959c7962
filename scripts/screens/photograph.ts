import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { type Fault, fontFaults, hiddenBelow, lookAt, lookAtEnd } from '../../tests/browser/look/look'
import type { Opened, Opener } from '../../tests/browser/open'
import { breakNetwork } from './network'
import type { Scene } from './scene'
import type { Shot } from './shot'

export interface Size {
  name: string
  width: number
  large: boolean
}

const HEIGHT = 667
/** Of a list that never ends, this much is enough to judge; what is cut by the end of the picture is a fault. */
const MOST_HEIGHT = 14_000
const WIDTHS = [375, 320]
const PHONES: Size[] = [false, true].flatMap((large) =>
  WIDTHS.map((width) => ({ name: `${width}${large ? '-large' : ''}`, width, large })),
)
/** WeChat on a computer, where an office works. */
const COMPUTER: Size = { name: '1024', width: 1024, large: false }
export const SIZES: Size[] = [...PHONES, COMPUTER]
const ON_COMPUTER = /^desk\/(bureau|cooperative|training)\//
/** The sizes a page is looked at in. */
export const sizesOf = (page: string): Size[] => (ON_COMPUTER.test(page) ? SIZES : PHONES)

export interface Taken {
  page: string
  shot: Shot
  size: Size
  /** Under the folder of pictures. */
  file: string
  faults: Fault[]
}

export interface Studio {
  context: BrowserContext
  open: Opener
  url: string
  scene: Scene
  folder: string
}

/** Where the picture of a shot lies: one folder a persona, named by page and state. */
export const fileOf = (page: string, { as, state }: Shot, size: Size): string =>
  join(
    as,
    `${page.replace(/\/index$/, '').replaceAll('/', '-')}.${state.replaceAll(' ', '-')}.${size.name}.png`,
  )

/** Takes one size: looks at the end of the page as a person scrolls there, then at all of it at once. */
async function takeOne(phone: Opened, { width, large }: Size, file: string): Promise<Fault[]> {
  const { page, frame } = phone
  const rules = { target: large ? 60 : 48, frame }
  await page.setViewportSize({ width, height: HEIGHT })
  await phone.settle()
  const atEnd = await lookAtEnd(page, rules)
  // Growing may wrap nothing, but what is as high as the window grows along: twice is enough.
  for (let round = 0; round < 2; round++) {
    const below = await hiddenBelow(page)
    if (below === 0) break
    const { height } = page.viewportSize() ?? { height: HEIGHT }
    await page.setViewportSize({ width, height: Math.min(MOST_HEIGHT, height + below) })
    await phone.settle()
  }
  const faults = [...atEnd, ...(await lookAt(page, rules))]
  mkdirSync(dirname(file), { recursive: true })
  await page.screenshot({ path: file })
  return faults
}

/** What a person does on the page first. Where a phone cannot do it, that is a fault of this picture, not the end of all. */
async function stepsFaults({ steps }: Shot, phone: Opened): Promise<Fault[]> {
  try {
    await steps?.(phone)
    return []
  } catch (failure) {
    return [{ kind: 'steps', where: 'the steps', what: (failure as Error).message.split('\n')[0] ?? '' }]
  }
}

/** Takes a shot at every size: the phone is opened twice, since large text is chosen before it starts. */
export async function takeShot(studio: Studio, pageName: string, shot: Shot): Promise<Taken[]> {
  const query = typeof shot.query === 'function' ? shot.query(studio.scene) : shot.query
  const taken: Taken[] = []
  for (const large of [false, true]) {
    const sizes = sizesOf(pageName).filter((size) => size.large === large)
    const phone = await studio.open({
      context: studio.context,
      url: studio.url,
      openid: shot.openid ?? `demo-${shot.as}`,
      address: `${shot.address ?? pageName}${query ? `?${query}` : ''}`,
      large,
      ...(shot.network ? { expected: /Failed to load resource/, onPage: breakNetwork(shot.network) } : {}),
    })
    try {
      const stopped = await stepsFaults(shot, phone)
      await phone.settle()
      const own = [...stopped, ...(large ? [] : await fontFaults(phone.page)), ...(await phone.noted())]
      for (const [index, size] of sizes.entries()) {
        const file = fileOf(pageName, shot, size)
        const faults = await takeOne(phone, size, join(studio.folder, file))
        faults.push(...(index === 0 ? own : []), ...(await phone.noted()))
        taken.push({ page: pageName, shot, size, file, faults })
      }
    } finally {
      await phone.page.close()
    }
  }
  return taken
}
