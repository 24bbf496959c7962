/** `npx tsx client/icons/tabs.ts`: draws the tab bar's PNGs (WeChat takes no SVG there) with a headless browser. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import phosphor from '@iconify-json/ph/icons.json'
import packaged from '@sparticuz/chromium'
import { chromium } from 'playwright-core'

const TABS = { home: 'house-fill', asked: 'chat-circle-dots-fill', inbox: 'bell-fill', my: 'user-fill' }
const COLOURS = { off: '#6b766f', on: '#1b7a43' }
const SIZE = 81

async function main(): Promise<void> {
  const executablePath = process.env.CHROMIUM ?? (await packaged.executablePath())
  const browser = await chromium.launch({ executablePath, args: packaged.args })
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } })
  const icons = phosphor.icons as Record<string, { body: string }>
  for (const [tab, name] of Object.entries(TABS))
    for (const [state, colour] of Object.entries(COLOURS)) {
      const body = icons[name]?.body.replace(/currentColor/g, colour)
      await page.setContent(
        `<style>*{margin:0}svg{display:block}</style><svg width="${SIZE}" height="${SIZE}" viewBox="-24 -24 304 304">${body}</svg>`,
      )
      const png = await page.screenshot({ omitBackground: true })
      writeFileSync(join(__dirname, 'tab', `${tab}-${state}.png`), png)
    }
  await browser.close()
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
