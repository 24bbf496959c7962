import { join } from 'node:path'
import { buildSync } from 'esbuild'
import type { Page } from 'playwright-core'
import { fontsOfChinese } from '../fonts'
import type { Fault as PageFault, Rules } from './page/fault'

export interface Fault extends Omit<PageFault, 'kind'> {
  kind: PageFault['kind'] | 'font' | 'remote' | 'console' | 'steps'
}

let script = ''

/** The functions of ./page as one script, so that they may share code and run in any page. */
function pageScript(): string {
  script ||= buildSync({
    entryPoints: [join(__dirname, 'page', 'index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'theLook',
    target: 'chrome120',
  }).outputFiles[0]!.text
  return script
}

async function ask<T>(page: Page, what: 'lookAt' | 'lookAtEnd' | 'hiddenBelow', rules: object): Promise<T> {
  const expression = `(() => { ${pageScript()}; return theLook.${what}(${JSON.stringify(rules)}) })()`
  return (await page.evaluate(expression)) as T
}

/** How many px of content one would have to scroll for. */
export const hiddenBelow = (page: Page): Promise<number> => ask(page, 'hiddenBelow', {})

/** Everything wrong with a screen as it stands; make it as high as its content before. */
export const lookAt = (page: Page, rules: Rules): Promise<Fault[]> => ask(page, 'lookAt', rules)

/** What stays covered at the end of a screen that scrolls. */
export const lookAtEnd = (page: Page, rules: Rules): Promise<Fault[]> => ask(page, 'lookAtEnd', rules)

/** Chinese drawn by a font of the machine would be boxes, and every other check would be of boxes. */
export async function fontFaults(page: Page): Promise<Fault[]> {
  const wrong = (await fontsOfChinese(page)).filter((use) => !use.isCustomFont)
  return wrong.map(({ text, familyName }) => ({
    kind: 'font',
    where: `“${text.trim().slice(0, 24)}”`,
    what: `drawn with ${familyName}`,
  }))
}

/**
 * Notes what a page must not do: ask another host for anything, complain in the console, throw. Remote requests are
 * stopped. Answers how to take what was noted so far.
 */
export async function watchPage(page: Page, origin: string, expected?: RegExp): Promise<() => Fault[]> {
  const faults: Fault[] = []
  const note = (kind: Fault['kind'], where: string, what: string) => {
    if (!expected?.test(what)) faults.push({ kind, where, what })
  }
  page.on('pageerror', (error) => note('console', 'page error', error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') note('console', 'console', message.text())
  })
  const isRemote = (url: URL) => /^(https?|wss?):$/.test(url.protocol) && url.origin !== origin
  await page.route(isRemote, (route) => {
    note('remote', 'request', route.request().url())
    return route.abort()
  })
  return () => faults.splice(0)
}
