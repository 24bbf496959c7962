import type { Browser, Page } from 'playwright-core'
import { serveFonts } from '../fonts'
import { launchBrowser } from '../launch'
import { type Fault, fontFaults, hiddenBelow, lookAt, lookAtEnd, watchPage } from './look'

let browser: Browser
let page: Page
const ORIGIN = 'http://page.test'

beforeAll(async () => {
  browser = await launchBrowser()
  const context = await browser.newContext({ viewport: { width: 320, height: 480 } })
  await serveFonts(context)
  page = await context.newPage()
}, 120_000)
afterAll(() => browser?.close())

const STYLE = `
  * { box-sizing: border-box }
  body { margin: 0; background: #FAF8F3; color: #1E2A24; font: 17px/1.5 'Noto Sans SC' }
  button { min-height: 48px; min-width: 48px; padding: 8px; border: 0; background: #1B7A43; color: #fff; font: inherit }
  .card { padding: 12px; background: #fff; border: 1px solid #E6E1D6 }
  input { height: 52px; width: 100%; padding: 8px; border: 1px solid #000; background: #fff; font: inherit }
  input::placeholder { color: #55615A }
`
const GOOD = `
  <div class="card">报名培训</div>
  <div class="card" style="color:#55615A;font-size:15px">明天 9:00 到青石乡文化站</div>
  <label>姓名 <input placeholder="请写姓名"></label>
  <button>报名</button>`

async function show(body: string): Promise<void> {
  await page.unroute(`${ORIGIN}/`)
  await page.route(`${ORIGIN}/`, (route) =>
    route.fulfill({
      body: `<!doctype html><style>${STYLE}</style><body>${body}</body>`,
      contentType: 'text/html;charset=utf-8',
    }),
  )
  await page.goto(`${ORIGIN}/`)
  await page.evaluate(() => document.fonts.ready)
}

const kinds = (faults: Fault[]) => [...new Set(faults.map(({ kind }) => kind))]
const look = (target = 48) => lookAt(page, { target, frame: '.frame' })

test('a good screen has no fault, also at its end, in fonts and in requests', async () => {
  const noted = await watchPage(page, ORIGIN)
  await show(GOOD)
  expect(await look()).toEqual([])
  expect(await lookAtEnd(page, { target: 48 })).toEqual([])
  expect(await fontFaults(page)).toEqual([])
  expect(noted()).toEqual([])
})

const FAULTY: [string, Fault['kind'], string][] = [
  [
    'an element wider than the screen',
    'overflow',
    '<div style="width:340px;height:20px;background:#ccc"></div>',
  ],
  [
    'a part that scrolls sideways',
    'overflow',
    '<div style="overflow-x:auto"><div style="width:900px">很长的一行</div></div>',
  ],
  [
    'text shortened by dots',
    'cut',
    '<div style="width:120px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">农村科技明白人培训班（第二期）</div>',
  ],
  [
    'text clamped to one line',
    'cut',
    '<div style="width:120px;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1;overflow:hidden">农村科技明白人培训班第二期</div>',
  ],
  [
    'text cut off below by an ancestor',
    'cut',
    '<div style="height:16px;overflow:hidden"><p style="margin:0">两行字<br>看不到</p></div>',
  ],
  [
    'text that runs out of its button',
    'cut',
    '<button style="width:90px;white-space:nowrap;background:#fff;color:#14603A">给 2 户报名，确定吗</button>',
  ],
  [
    'text taller than its fixed card',
    'cut',
    '<div class="card" style="height:48px">一行<br>两行<br>三行</div>',
  ],
  [
    'a hint that does not fit its input',
    'cut',
    '<input placeholder="请写给了什么，例如：大米 20 斤、菜油 1 桶，写得越清楚越好">',
  ],
  [
    'two texts in one place',
    'overlap',
    '<div style="position:relative;height:30px"><b style="position:absolute">分红</b><b style="position:absolute;left:10px">保险</b></div>',
  ],
  [
    'text under something else',
    'overlap',
    '<div style="position:relative"><p>看得见吗</p><div style="position:absolute;inset:0;background:#fff"></div></div>',
  ],
  ['pale text', 'contrast', '<p style="color:#999">看不清</p>'],
  ['text made pale by opacity', 'contrast', '<p style="opacity:.5">看不清</p>'],
  [
    'white on a light part of a gradient',
    'contrast',
    '<p style="color:#fff;background:linear-gradient(#14603A,#9fdcb4)">看不清</p>',
  ],
  [
    'text on a picture',
    'contrast',
    '<p style="background:url(data:image/gif;base64,R0lGODlhAQABAAAAACw=)">看不清</p>',
  ],
  [
    'a pale hint',
    'contrast',
    '<style>input::placeholder{color:#bbb!important}</style><input placeholder="请写姓名">',
  ],
  ['a button that is too low', 'target', '<button style="min-height:0;height:40px">报名</button>'],
  ['a small element with a handler of Taro', 'target', '<span id="taro">改</span>'],
  ['a small element a host has marked', 'target', '<span data-tappable>改</span>'],
]

test.each(FAULTY)('%s is told, and nothing else is', async (_name, kind, body) => {
  await show(GOOD + body)
  await page.evaluate(() => {
    const element = document.getElementById('taro')
    if (element) Object.assign(element, { __events: { click: () => undefined } })
  })
  expect(kinds(await look())).toEqual([kind])
})

test('large mode asks for more: what is high enough at 48 px is not at 60', async () => {
  await show(GOOD)
  expect((await look(60)).map(({ kind, where }) => `${kind} ${where}`)).toEqual(
    expect.arrayContaining([expect.stringContaining('target “报名”')]),
  )
})

test('big text may be paler, and dark glass over a picture carries white text', async () => {
  await show(
    `<p style="color:#8a8a8a;font-size:24px">大字</p><p style="color:#8a8a8a;font-size:19px;font-weight:700">粗字</p>
     <div style="position:relative;height:60px"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" style="width:100%;height:60px">
     <p style="position:absolute;inset:0;margin:0;background:rgba(20,30,25,.75);color:#fff">正在传</p></div>`,
  )
  expect(await look()).toEqual([])
})

test('what lies under a dialog is not judged, the dialog is', async () => {
  const shade = '<div style="position:fixed;inset:0;background:rgba(0,0,0,.5)"></div>'
  const dialog = (inside: string) =>
    `${shade}<div style="position:fixed;left:20px;right:20px;top:100px;background:#fff">${inside}</div>`
  await show(GOOD + dialog('<p>取消报名？</p><button>取消报名</button>'))
  expect(await look()).toEqual([])
  await show(GOOD + dialog('<p style="color:#aaa">取消报名？</p>'))
  expect(kinds(await look())).toEqual(['contrast'])
})

test('what WeChat lays over a component to catch taps hides nothing, and is as big as its component', async () => {
  const cover = '<input type="date" style="position:absolute;inset:0;height:100%;opacity:0">'
  const picker = (height: number) =>
    `<wx-picker style="display:block;position:relative;height:${height}px"><b>选日期</b>${cover}</wx-picker>`
  const inner = '<input style="height:28px;border:0;padding:0" placeholder="请写姓名">'
  await show(`${GOOD}${picker(48)}<wx-input style="display:block;padding:10px 0">${inner}</wx-input>`)
  expect(await look()).toEqual([])
  await show(GOOD + picker(30))
  expect(kinds(await look())).toEqual(['target'])
})

test('what WeChat draws itself is left alone', async () => {
  await show(
    `${GOOD}<div class="frame" style="font-size:10px;color:#999"><button style="min-height:0">首页</button></div>`,
  )
  expect(await look()).toEqual([])
})

test('the last words of a long screen that stay under a bar are told; a bar with room below them is not', async () => {
  const bar =
    '<div style="position:fixed;left:0;right:0;bottom:0;height:64px;background:#fff"><button>报名</button></div>'
  const long = '<div style="height:900px">开头</div><p style="margin:0">最后一句</p>'
  await show(long + bar)
  expect(await hiddenBelow(page)).toBeGreaterThan(300)
  expect(kinds(await lookAtEnd(page, { target: 48 }))).toEqual(['overlap'])
  await show(`${long}<div style="height:64px"></div>${bar}`)
  expect(await lookAtEnd(page, { target: 48 })).toEqual([])
})

test('a remote request is stopped and told, so are console errors and exceptions', async () => {
  const noted = await watchPage(page, ORIGIN)
  await show(
    '<img src="https://pictures.test/leaf.png"><script>console.error("坏了");throw new Error("断了")</script>',
  )
  await page.waitForLoadState('networkidle')
  const faults = noted()
  expect(faults).toEqual(
    expect.arrayContaining([
      { kind: 'remote', where: 'request', what: 'https://pictures.test/leaf.png' },
      { kind: 'console', where: 'console', what: '坏了' },
      { kind: 'console', where: 'page error', what: '断了' },
    ]),
  )
})

test('Chinese without the served font is told', async () => {
  const context = await browser.newContext()
  const bare = await context.newPage()
  await bare.setContent('<meta charset="utf-8"><p>青脆李</p>')
  expect(kinds(await fontFaults(bare))).toEqual(['font'])
  await context.close()
})
