import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../tests/browser/launch'
import { type Started, startFixtures, TEMPLATE } from '../fixtures/start'

const HOSTILE = '<img src=x onerror="document.title=`taken`"><script>document.title="taken"</script>'
const FARMS = Array.from({ length: 60 }, (_, n) => ({
  _id: `farm-${String(n).padStart(2, '0')}`,
  village: n % 6,
  since: new Date(Date.UTC(2026, 0, 1 + n)),
  note: n === 7 ? HOSTILE : 'plums',
}))
let local: Started
let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  local = await startFixtures({
    schema: {
      collections: {
        farms: { indexes: [{ name: 'village', keys: [{ field: 'village', direction: 1 }] }] },
        [HOSTILE]: {},
      },
    },
  })
  local.emulator.load({ collections: { farms: FARMS, ledger: [{ _id: 'one', value: 1 }] } })
  browser = await launchBrowser()
  page = await (await browser.newContext({ locale: 'en-GB', acceptDownloads: true })).newPage()
  await page.setViewportSize({ width: 1200, height: 800 })
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    // A refused query is an answer of 400, which the browser notes.
    if (message.type() === 'error' && !/400/.test(message.text())) complaints.push(message.text())
  })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await local?.stop()
})
afterEach(() => expect(complaints.splice(0)).toEqual([]))

const go = (place: string) => page.goto(`${local.emulator.url}/console/#/${place}`)
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const says = (text: string | RegExp) => page.getByText(text).first().waitFor()
const rows = () => page.locator('table.grid tbody tr')

test('a collection is chosen, filtered, sorted and paged; how it was found is told', async () => {
  await go('')
  await page.getByRole('link', { name: 'farms 60' }).click()
  await says('1–20 of 60')
  expect(await rows().count()).toBe(20)
  await press('Next')
  await says('21–40 of 60')
  await page.getByLabel('Filter').fill('{"village": 2}')
  await page.getByLabel('Sort').fill('{"_id": -1}')
  await page.keyboard.press('Enter')
  await says('Index village')
  expect(await rows().count()).toBe(10)
  expect(await rows().first().textContent()).toContain('farm-56')
  await page.getByLabel('Filter').fill('{"since": {"$lt": {"$date": "2026-01-03T00:00:00Z"}}}')
  await press('Run')
  await says('Wants an index: 60 looked at for 2')
  // The address holds it all.
  await page.reload()
  await says('Wants an index: 60 looked at for 2')
})

test('what is no JSON, or no query, is told in words', async () => {
  await page.getByLabel('Filter').fill("{village: 'plums'}")
  await press('Run')
  await says(/^Filter: not JSON at character 2, “village: 'pl”/)
  await page.getByLabel('Filter').fill('{"village": 2')
  await press('Run')
  await says(/Filter: not JSON at character 14, where it ends/)
  await page.getByLabel('Filter').fill('[]')
  await press('Run')
  await says('Filter: an object in braces { } is expected.')
  await page.getByLabel('Filter').fill('{"$nonsense": 1}')
  await press('Run')
  await says(/nonsense/)
  await press('Clear')
  await says('1–20 of 60')
})

test('a document opens by keyboard, dates told from texts, and Escape closes it', async () => {
  await page.getByRole('button', { name: 'farm-03' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByText('{"$date":"2026-01-04T00:00:00Z"}').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await press('JSON')
  await page.locator('pre.json').first().waitFor()
  expect(await page.locator('pre.json').count()).toBe(20)
})

test('markup in data is shown as text', async () => {
  await go('collections/farms?filter={"_id":"farm-07"}')
  await rows().getByText('<img src=x').waitFor()
  expect(await page.locator('main img').count()).toBe(0)
  expect(await page.title()).toBe('Data · Local cloud')
  const refused = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<b>'
      return false
    } catch {
      return true
    }
  })
  expect(refused).toBe(true)
  // The browser tells of what it refused just now.
  complaints.length = 0
})

async function bring(name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await press('Import')
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click()
}

test('a collection is taken out and brought in; a wrong line is told with its number', async () => {
  await go('collections/ledger')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export' }).click()
  expect((await download).suggestedFilename()).toBe('ledger.jsonl')
  await bring('more.jsonl', '{"_id":"two","at":{"$date":"2026-05-01T00:00:00Z"}}\n{"_id":')
  await says('Line 2 is wrong, so nothing was written: this is not JSON')
  expect(local.emulator.store.find('ledger', {})).toHaveLength(1)
  await bring('more.jsonl', '{"_id":"two","at":{"$date":"2026-05-01T00:00:00Z"}}\n')
  await says('Imported 1 document.')
  await says('2 documents')
  expect(local.emulator.store.find('ledger', { _id: 'two' })).toEqual([
    { _id: 'two', at: new Date('2026-05-01') },
  ])
})

test('a call appears by itself, and opens to its exchanges and log', async () => {
  await go('calls')
  await page.getByRole('heading', { name: 'Calls' }).waitFor()
  await local.call('ledger', { way: 'list', operation: 'ledger.list' })
  await local.call('faults', { way: 'throws' })
  await page.getByRole('row', { name: /Failed.*faults.*thrown/ }).waitFor()
  await page.getByRole('button', { name: 'ledger ledger.list' }).focus()
  await page.keyboard.press('Enter')
  const opened = page.getByRole('dialog')
  await opened.getByRole('cell', { name: 'getDocument' }).waitFor()
  await opened.getByText('Cold start').waitFor()
  expect(page.url()).toMatch(/#\/calls\/[\w-]{36}$/)
  await press('Close')
  await page.getByLabel('Only failed or wasteful').check()
  expect(await page.locator('table.calls tbody tr').count()).toBe(1)
})

test('a timer is fired by hand, and what it answered is shown', async () => {
  await go('functions')
  await page.locator('li', { hasText: 'echo' }).getByRole('button', { name: 'Fire now' }).click()
  await says('"TriggerName"')
  await page.getByRole('link', { name: 'See the call' }).click()
  await page.getByRole('dialog').getByText('timer', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
})

test('a service message arrives on the page, and uses up what was accepted', async () => {
  await go('phones')
  await says('Nobody has accepted a message.')
  const headers = { 'x-demo-openid': 'openid-7' }
  await local.post('/wechat/subscribe', { templateIds: [TEMPLATE.id, TEMPLATE.id] }, headers)
  await page.getByRole('row', { name: `openid-7 ${TEMPLATE.title} 2` }).waitFor()
  const data = {
    thing1: { value: '修剪' },
    time2: { value: '2026年5月8日 15:01' },
    amount3: { value: '10元' },
  }
  await local.call('ledger', { way: 'send', touser: 'openid-7', templateId: TEMPLATE.id, data })
  await page.locator('.message', { hasText: '修剪' }).waitFor()
  await page.getByRole('row', { name: `openid-7 ${TEMPLATE.title} 1` }).waitFor()
  await page.getByLabel('Whose phone').selectOption('openid-7')
  await page.locator('.message', { hasText: '修剪' }).waitFor()
})

test('a fault is added, does its work, and is taken away', async () => {
  await go('faults')
  await says('Nothing goes wrong on purpose.')
  await page.getByLabel('Function', { exact: true }).fill('echo')
  await press('Add a fault')
  await says('Give an error code')
  await page.getByLabel('Code', { exact: true }).fill('-502005')
  await press('Add a fault')
  await says('matched 0, hit 0')
  expect(await local.call('echo', {})).toMatchObject({ error: { code: -502005 } })
  await says('matched 1, hit 1')
  await press(/^Take away/)
  await says('Nothing goes wrong on purpose.')
  expect(local.emulator.faults.list()).toEqual([])
})

test('the clock is moved and put back, and every page says that it is not the real time', async () => {
  await go('clock')
  await says('The real time')
  await press('+ 1 day')
  await page.getByRole('link', { name: 'Clock 1 day ahead' }).waitFor()
  expect(local.emulator.clock.now() - Date.now()).toBeGreaterThan(86_000_000)
  await page.getByLabel('Beijing time').fill('2027-02-03T08:00:00')
  await press('Set')
  await says('UTC 2027-02-03 00:00:0')
  await press('Back to the real time')
  await says('The real time')
  expect(await page.locator('#moved').isVisible()).toBe(false)
})

test('English or Chinese by the browser’s language, and as chosen from then on', async () => {
  await press('中文')
  await page.getByRole('heading', { name: '时钟' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: '时钟' }).waitFor()
  expect(await page.title()).toBe('时钟 · 本地云')
  const chinese = await browser.newContext({ locale: 'zh-CN' })
  const other = await chinese.newPage()
  await other.goto(`${local.emulator.url}/console/`)
  await other.getByRole('heading', { name: '集合' }).waitFor()
  await chinese.close()
  await press('English')
})

test('an address that leads nowhere is said, whatever it is', async () => {
  await go('collections/100%?filter=%')
  await says('There is no collection 100%.')
  await go('nowhere')
  await page.getByRole('heading', { name: 'Collections' }).waitFor()
  await go('calls/no-such-call')
  await page.getByRole('dialog').getByText('no longer kept').waitFor()
  // The browser notes the 404.
  complaints.length = 0
})

test('a local cloud that is gone is said, and the page goes on when it is back', async () => {
  const alert = page.getByRole('alert').filter({ hasText: 'does not answer' }).first()
  await page.route('**/admin/clock', (route) => route.abort())
  await alert.waitFor()
  await page.unroute('**/admin/clock')
  await alert.waitFor({ state: 'hidden' })
  complaints.length = 0
})
