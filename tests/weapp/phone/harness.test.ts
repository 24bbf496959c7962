import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildBareApp } from '../../../bench/bare-app/build'
import { compileProblems } from './compile'
import { makePhone } from './phone'
import { makeView } from './view'

let dist = ''
const scratch: string[] = []
beforeAll(async () => {
  dist = await buildBareApp()
}, 240_000)
afterAll(() => {
  for (const dir of scratch) rmSync(dir, { recursive: true, force: true })
})

/** A copy of the bare app with one file changed. */
function broken(file: string, change: (text: string) => string): string {
  const copy = mkdtempSync(join(tmpdir(), 'weapp-broken-'))
  scratch.push(copy)
  cpSync(dist, copy, { recursive: true })
  let text = ''
  try {
    text = readFileSync(join(copy, file), 'utf8')
  } catch {
    // A file that is new.
  }
  writeFileSync(join(copy, file), change(text))
  return copy
}
const FIRST = 'pages/first/index'
const startingWith = (code: string) => (text: string) => `${code};${text}`

describe('a bundle that is right', () => {
  test('is tapped, typed into, taken to its second page, and asks the cloud', async () => {
    const phone = makePhone({
      dist,
      edge: { call: async (name, data) => ({ result: { name, data } }) },
    })
    await phone.open('/pages/first/index')
    await phone.tap('加一')
    await phone.tap('加一')
    expect(phone.text('#count')).toBe('数到 2')
    await phone.type('#word', '山羊')
    expect(phone.value('#word')).toBe('山羊')
    await phone.tap('下一页')
    expect(phone.route).toBe('pages/second/index')
    expect(phone.title).toBe('第二页')
    expect(phone.text('#word')).toBe('收到：山羊')
    phone.wx.cloud && (phone.wx.cloud as { init(options: object): void }).init({})
    await phone.tap('问云端')
    expect(phone.text('#answer')).toBe('{"name":"echo","data":{"word":"山羊"}}')
    expect(phone.state.cloudCalls).toEqual([{ name: 'echo', data: { word: '山羊' } }])
    await phone.back()
    expect(phone.text()).toContain('数到 2')
    expect(phone.errors).toEqual([])
    phone.off()
  })

  test('is refused by the cloud, and by a network that is off, in WeChat’s words', async () => {
    const phone = makePhone({
      dist,
      edge: { call: async () => ({ error: { code: -501001, message: 'resource exhausted' } }) },
    })
    await phone.open('/pages/second/index?word=x')
    await phone.tap('问云端')
    expect(phone.text('#answer')).toContain('call wx.cloud.init first')
    ;(phone.wx.cloud as { init(options: object): void }).init({})
    await phone.tap('问云端')
    expect(phone.text('#answer')).toMatch(/^cloud\.callFunction:fail .*-501001.*resource exhausted/)
    phone.setOnline(false)
    await phone.tap('问云端')
    expect(phone.text('#answer')).toMatch(/^cloud\.callFunction:fail .*INTERNET_DISCONNECTED/)
    phone.off()
  })

  test('draws what is nested deeper than its templates reach', () => {
    let inner: object = { nn: '8', v: '最里面', sid: 'leaf' }
    for (let depth = 0; depth < 20; depth++) inner = { nn: '0', sid: `s${depth}`, cn: [inner] }
    const root = makeView(dist).render(FIRST, { root: { cn: [inner] } })
    expect(JSON.stringify(root, (key, value) => (key === 'parent' ? undefined : value))).toContain('最里面')
  })
})

describe('the compiler', () => {
  const faults = [
    {
      what: 'JavaScript that does not parse',
      file: `${FIRST}.js`,
      change: (text: string) => `${text};var = 1`,
      says: 'Unexpected token',
    },
    {
      what: 'a template that does not parse',
      file: `${FIRST}.wxml`,
      change: (text: string) => `${text}<view>`,
      says: 'end tag missing',
    },
    {
      what: 'a page that is missing',
      file: 'app.json',
      change: (text: string) => text.replace(FIRST, 'pages/third/index'),
      says: 'pages/third/index',
    },
    {
      what: 'a component that is missing',
      file: `${FIRST}.json`,
      change: (text: string) => text.replace('../../comp', './comp'),
      says: 'component not found',
    },
    {
      what: 'a package that is too big',
      file: 'more.js',
      change: () => `module.exports="${'x'.repeat(2.2 * 1024 * 1024)}"`,
      says: 'the main package has',
    },
  ]
  const problems = new Map<string, string[]>()
  beforeAll(async () => {
    const copies = faults.map(({ file, change }) => broken(file, change))
    const [right = ['nothing was compiled'], ...found] = await compileProblems([dist, ...copies])
    problems.set('', right)
    for (const [index, { what }] of faults.entries()) problems.set(what, found[index] ?? [])
  }, 240_000)

  test('accepts a bundle that is right', () => expect(problems.get('')).toEqual([]))
  test.each(faults)('catches $what', ({ what, says }) => expect(problems.get(what)?.join()).toContain(says))
})

describe('a fault is caught', () => {
  const caughtByStart = [
    ['the browser’s document', startingWith('document.title="x"')],
    ['the browser’s window', startingWith('window.x=1')],
    ['eval', startingWith('(0,eval)("1")')],
    ['new Function', startingWith('new Function("return 1")()')],
    ['Node’s process', startingWith('process.exit(3)')],
    ['a throw while loading', startingWith('throw new Error("no")')],
    ['a module that is missing', startingWith('require("./nothing")')],
    ['no Page()', () => '0'],
  ] as const
  test.each(caughtByStart)('by the start: %s', async (_what, change) => {
    const phone = makePhone({ dist: broken(`${FIRST}.js`, change) })
    await expect(phone.open(FIRST)).rejects.toThrow()
    expect(phone.errors).not.toEqual([])
    phone.off()
  })

  test('by the view: a template whose binding is gone', async () => {
    const copy = broken('base.wxml', (text) => text.replaceAll('bindtap="eh"', ''))
    const phone = makePhone({ dist: copy })
    await phone.open(FIRST)
    await expect(phone.tap('加一')).rejects.toThrow('nothing listens to tap')
    phone.off()
  })

  test('by the view: a template of a name nobody defines', async () => {
    const copy = broken(`${FIRST}.wxml`, (text) => text.replace('taro_tmpl', 'taro_nothing'))
    const phone = makePhone({ dist: copy })
    await phone.open(FIRST)
    expect(() => phone.text()).toThrow()
    phone.off()
  })

  test('by the view: a stylesheet that does not parse', () => {
    expect(() => makeView(broken('app.wxss', () => '.a { color: ; } } {'))).toThrow()
  })

  test('by the phone: setData of undefined, a throw in a timer, console.error', async () => {
    const faults = 'setTimeout(()=>{throw new Error("late")},1);console.error("said");'
    const page = 'Page({data:{},onLoad(){this.setData({a:undefined})}})'
    const phone = makePhone({ dist: broken(`${FIRST}.js`, () => faults + page) })
    await phone.open(FIRST)
    expect(phone.errors).toEqual(
      expect.arrayContaining([
        expect.stringContaining('late'),
        'said',
        expect.stringContaining('a is undefined'),
      ]),
    )
    phone.off()
  })

  test('by the phone: a subscription asked after an await', async () => {
    const page =
      'Page({data:{},now(){wx.requestSubscribeMessage({tmplIds:["T"]})},async late(){await 0;wx.requestSubscribeMessage({tmplIds:["T"]}).catch(()=>0)}})'
    const copy = broken(`${FIRST}.js`, () => page)
    writeFileSync(
      join(copy, `${FIRST}.wxml`),
      '<view id="now" bindtap="now">现在</view><view id="late" bindtap="late">以后</view>',
    )
    const phone = makePhone({ dist: copy, edge: { subscribe: async () => ({ T: 'accept' }) } })
    await phone.open(FIRST)
    await phone.tap('现在')
    await phone.tap('以后')
    expect(phone.state.subscriptionsAsked.map(({ insideTap }) => insideTap)).toEqual([true, false])
    phone.off()
  })
})
