import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { SIZES, type Taken } from './photograph'

const plain = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const page = (title: string, rows: string) => `<!doctype html>
<meta charset="utf-8">
<title>${plain(title)}</title>
<style>
  body { margin: 24px; background: #d9d4c7; color: #1e2a24; font: 16px/1.4 sans-serif; width: max-content }
  section { margin: 0 0 28px; }
  h2 { font-size: 17px; margin: 0 0 8px }
  .sizes { display: flex; gap: 12px; align-items: flex-start }
  img { display: block; border-radius: 14px; background: #fff }
  .fault img { outline: 4px solid #a11d14 }
  p { margin: 4px 0 0; font-size: 13px; color: #55615a }
</style>
<h1>${plain(title)}</h1>
${rows}`

const picture = ({ file, size, faults }: Taken, as: string) => {
  const width = Math.round(size.width * 0.62)
  const told = faults.length > 0 ? ` — ${faults.length} to mend` : ''
  return `<div class="${faults.length > 0 ? 'fault' : ''}"><img src="${plain(file.slice(as.length + 1))}" width="${width}" alt=""><p>${size.name}${told}</p></div>`
}

/** One sheet a persona: a page (sheet.html) with every picture, and a picture of that page (sheet.png). */
export async function makeSheets(
  browser: Browser,
  folder: string,
  taken: readonly Taken[],
): Promise<string[]> {
  const sheets: string[] = []
  for (const as of new Set(taken.map(({ shot }) => shot.as))) {
    const own = taken.filter(({ shot }) => shot.as === as)
    const names = [...new Set(own.map((each) => `${each.page} · ${each.shot.state}`))]
    const rows = names.map((name) => {
      const row = own.filter((each) => `${each.page} · ${each.shot.state}` === name)
      const inOrder = SIZES.flatMap((size) => row.filter((each) => each.size.name === size.name))
      const pictures = inOrder.map((each) => picture(each, as)).join('')
      return `<section><h2>${plain(name)}</h2><div class="sizes">${pictures}</div></section>`
    })
    const html = join(folder, as, 'sheet.html')
    writeFileSync(html, page(as, rows.join('\n')))
    const sheet = await browser.newPage({ viewport: { width: 1000, height: 800 } })
    await sheet.goto(pathToFileURL(html).href)
    const png = join(folder, as, 'sheet.png')
    await sheet.screenshot({ path: png, fullPage: true })
    await sheet.close()
    sheets.push(png)
  }
  return sheets
}
