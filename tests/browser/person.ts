import type { Locator, Page } from 'playwright-core'
import type { BrowserCloud } from './cloud'
import type { Fault } from './look/look'
import { openInBrowser } from './open'

/** Somebody with the app in hand, who goes by the words on the screen. */
export interface Person {
  page: Page
  /** Waits until these words are there, whole or as a part of a longer text. */
  sees(...words: string[]): Promise<void>
  /** Waits until these words are gone. */
  seesNoMore(words: string): Promise<void>
  /** Everything on the screen, as one text. */
  reads(): Promise<string>
  /** Taps what says exactly this. */
  tap(words: string): Promise<void>
  /** Taps the card or row of which this is a part. */
  tapRow(words: string): Promise<void>
  /** Writes into the field with this name, or this hint in it. */
  type(field: string, words: string): Promise<void>
  /** Presses something that opens the camera or album, and chooses pictures. */
  photograph(button: string, files: string[]): Promise<void>
  /** The arrow in the title bar. */
  back(): Promise<void>
  /** Opens an address, as a message does. */
  open(address: string): Promise<void>
  /** Walks out of the signal, and back into it. The app itself stays: a mini-program lies on the phone. */
  loseNetwork(): Promise<void>
  /** `unnoticed`: calls get through again, but the phone does not tell the app. */
  findNetwork(how?: 'unnoticed'): Promise<void>
  /** Errors and remote requests so far; a call that could not be made is none. */
  complaints(): Promise<Fault[]>
  putAway(): Promise<void>
}

const NETWORK = (on: boolean) => `
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => ${on} })
  dispatchEvent(new Event('${on ? 'online' : 'offline'}'))
`
const CALLS = /\/(call|upload)\b/

/** Gives somebody a phone that remembers nothing, with the app open. */
export async function person(cloud: BrowserCloud, openid: string, address = 'home/index'): Promise<Person> {
  const context = await cloud.newPhone()
  const phone = await openInBrowser({
    ...{ context, url: cloud.url, openid, address },
    expected: /Failed to load resource|net::ERR_INTERNET_DISCONNECTED/,
  })
  const { page } = phone
  // Pages behind the one on top are still in the document, unseen.
  const seen = (locator: Locator) => locator.filter({ visible: true })
  const part = (words: string) => seen(page.getByText(words))
  const whole = (words: string) => seen(page.getByText(words, { exact: true })).last()
  const field = (name: string) =>
    seen(
      page.getByPlaceholder(name).or(page.locator('.field', { hasText: name }).locator('input,textarea')),
    ).last()

  /** What cannot be done is told with what the screen says instead. */
  const attempt = async (what: string, work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      const text = await page.locator('body').innerText()
      throw new Error(`${openid} ${what}\n${(error as Error).message.split('\n')[0]}\n\n${text}`)
    }
  }

  return {
    page,
    async sees(...words) {
      for (const each of words) await attempt(`does not see ${each}`, () => part(each).first().waitFor())
    },
    async seesNoMore(words) {
      const gone = () => page.waitForFunction((text) => !document.body.innerText.includes(text), words)
      await attempt(`still sees ${words}`, gone)
    },
    async reads() {
      await phone.settle()
      return page.locator('body').innerText()
    },
    async tap(words) {
      await attempt(`cannot tap ${words}`, () => whole(words).click())
      await phone.settle()
    },
    async tapRow(words) {
      await attempt(`cannot tap ${words}`, () => part(words).last().click())
      await phone.settle()
    },
    async type(name, words) {
      await attempt(`cannot write into ${name}`, () => field(name).fill(words))
    },
    async photograph(button, files) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), whole(button).click()])
      await chooser.setFiles(files)
      await phone.settle()
    },
    async back() {
      await page.locator('.taro-navigation-bar-back').click()
      await phone.settle()
    },
    async open(next) {
      await page.evaluate((hash) => {
        location.hash = hash
      }, `/${next}`)
      await phone.settle()
    },
    async loseNetwork() {
      await page.route(CALLS, (route) => route.abort('internetdisconnected'))
      await page.evaluate(NETWORK(false))
    },
    async findNetwork(how) {
      await page.unroute(CALLS)
      if (!how) await page.evaluate(NETWORK(true))
    },
    complaints: phone.noted,
    putAway: () => context.close(),
  }
}
