import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import type { Emulator } from '../../emulator'
import { buildClientIfChanged } from '../../scripts/build'
import { buildFunctionsIfChanged } from '../../scripts/functions'
import { startLocalCloud } from '../../scripts/local-cloud'
import { plantCounty } from '../county'
import { serveFonts } from './fonts'
import { launchBrowser } from './launch'

export interface BrowserCloud {
  emulator: Emulator
  url: string
  browser: Browser
  /** A phone of its own: storage and drafts are not shared. */
  newPhone(): Promise<BrowserContext>
  /** The timer that delivers messages and has photos checked, now instead of at the next minute. */
  timer(): Promise<void>
  close(): Promise<void>
}

/** The demo county, the browser build and a browser: once a test file. */
export async function startBrowserCloud(): Promise<BrowserCloud> {
  await buildFunctionsIfChanged()
  await buildClientIfChanged('h5')
  const dir = mkdtempSync(join(tmpdir(), 'browser-'))
  const pages = { '/app': 'dist/h5', '/': 'demo/stage' }
  const remove = () => rmSync(dir, { recursive: true, force: true })
  await plantCounty(dir)
  const emulator = await startLocalCloud({ dir, timers: false, pages })
  const browser = await launchBrowser().catch(async (error: Error) => {
    await emulator.close().finally(remove)
    throw error
  })
  return {
    emulator,
    url: emulator.url,
    browser,
    async newPhone() {
      const context = await browser.newContext({ viewport: { width: 375, height: 667 } })
      context.setDefaultTimeout(15_000)
      await serveFonts(context)
      return context
    },
    async timer() {
      await emulator.fireTimer('jobs')
      await emulator.idle()
    },
    async close() {
      await browser.close()
      await emulator.close().finally(remove)
    },
  }
}
