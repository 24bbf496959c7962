import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './chromium'

/** Runs as root and in a container, draws alike everywhere, and asks nothing of the network by itself. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--hide-scrollbars',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

/** Starts a headless browser; the caller closes it. Unpacking the packaged one takes two seconds, once. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, environment } = await findChromium()
  const env = { ...(process.env as Record<string, string>), ...environment }
  return chromium.launch({ executablePath, env, args: FLAGS })
}
