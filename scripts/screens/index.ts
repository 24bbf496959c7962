import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { serveFonts } from '../../tests/browser/fonts'
import { launchBrowser } from '../../tests/browser/launch'
import { openInBrowser } from '../../tests/browser/open'
import { glassOpener } from '../../tests/weapp/glass/opener'
import { buildAll } from '../build'
import { startLocalCloud } from '../local-cloud'
import { optionsOf, WrongOption } from '../options'
import { gapsIn } from './check-table'
import { pagesOfApp } from './pages'
import { type Studio, type Taken, takeShot } from './photograph'
import { makePicture } from './picture'
import { reportOf } from './report'
import { playScene, type Scene } from './scene'
import { makeSheets } from './sheet'
import type { Shot } from './shot'
import { SHOTS } from './shots'

const OPTIONS = {
  only: { type: 'string', default: '' },
  weapp: { type: 'boolean', default: false },
  picture: { type: 'boolean', default: false },
} as const
/** Phones at once: the machine draws one while the other waits for the cloud. */
const PHONES = 2

/** `--only` narrows by a part of persona, page or state. */
const isAsked = (only: string, page: string, { as, state }: Shot) => `${as} ${page} ${state}`.includes(only)

/** Old pictures of one build would stand among the new; those of the other are left. */
function sweep(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (name !== 'weapp') rmSync(join(folder, name), { recursive: true })
}

async function takeAll(studio: Omit<Studio, 'context'>, browser: Browser, only: string): Promise<Taken[]> {
  const wanted = Object.entries(SHOTS).flatMap(([page, { shots }]) =>
    shots.filter((shot) => isAsked(only, page, shot)).map((shot) => ({ page, shot })),
  )
  const taken: Taken[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: PHONES }, async () => {
      const context = await browser.newContext()
      await serveFonts(context)
      for (let index = next++; index < wanted.length; index = next++) {
        const { page, shot } = wanted[index]!
        const own = await takeShot({ ...studio, context }, page, shot)
        const bad = own.some(({ faults }) => faults.length > 0)
        process.stdout.write(`${bad ? '✗' : '✓'} ${shot.as} ${page} (${shot.state})\n`)
        taken.push(...own)
      }
    }),
  )
  return taken
}

/** The demo county with everything the pictures show, and a browser. */
async function withPhones<T>(work: (browser: Browser, url: string, scene: Scene) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'screens-'))
  const cloud = await startLocalCloud({ dir, timers: false, pages: { '/app': 'dist/h5' } })
  const browser = await launchBrowser()
  try {
    return await work(browser, cloud.url, await playScene(cloud.url))
  } finally {
    await browser.close()
    await cloud.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** `--picture`: the one at the head of the READMEs, instead of all. */
async function draw(): Promise<number> {
  await buildAll(['h5'])
  process.stdout.write(`${await withPhones(makePicture)}\n`)
  return 0
}

async function main(): Promise<number> {
  const values = optionsOf('npm run screens', OPTIONS)
  if (values.picture) return draw()
  await buildAll([values.weapp ? 'weapp' : 'h5'])
  const gaps = gapsIn(SHOTS, await pagesOfApp())
  const folder = values.weapp ? 'dist/screens/weapp' : 'dist/screens'
  if (values.only === '') sweep(folder)
  return withPhones(async (browser, url, scene) => {
    const open = values.weapp ? glassOpener('dist/weapp') : openInBrowser
    const taken = await takeAll({ open, url, scene, folder }, browser, values.only)
    const sheets = await makeSheets(browser, folder, taken)
    const lines = [...gaps, ...reportOf(taken)]
    if (lines.length > 0) process.stdout.write(`\n${lines.join('\n')}\n`)
    process.stdout.write(`\n${sheets.join('\n')}\n${taken.length} pictures, ${lines.length} faults\n`)
    return lines.length
  })
}

main()
  .then((faults) => process.exit(faults > 0 ? 1 : 0))
  .catch((error: Error) => {
    process.stderr.write(`${error instanceof WrongOption ? error.message : error.stack}\n`)
    process.exit(1)
  })
