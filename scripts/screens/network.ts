import type { Page } from 'playwright-core'

/** A refusal of the dispatcher, as it answers when the server is at fault. */
const FAILED = {
  result: {
    ok: false,
    error: { code: 'INTERNAL', message: '系统出了点问题。请过一会儿再试，您填的都还在。' },
  },
}

/** Calls that do not arrive, or arrive and fail. The app itself is loaded: a mini-program lies on the phone. */
export const breakNetwork = (how: 'offline' | 'failed') => async (page: Page) => {
  if (how === 'offline')
    // The browser's own word for it, which Taro reads; the page's files still come.
    await page.addInitScript(`
      Object.defineProperty(navigator, 'onLine', { get: () => false })
      Object.defineProperty(navigator.connection, 'type', { get: () => 'none' })
    `)
  await page.route('**/call/**', (route) =>
    how === 'offline' ? route.abort('internetdisconnected') : route.fulfill({ json: FAILED }),
  )
}
