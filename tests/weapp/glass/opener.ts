import { watchPage } from '../../browser/look/look'
import type { Opener } from '../../browser/open'
import { openInGlass, putChatFile, settleGlass } from './open'

/** What WeChat draws itself: its bars and toasts. */
const WECHAT_FRAME = '.wechat-navigation,.wechat-tabs,.wechat-toast'

/** Opens pages of the WeChat bundle in glass as `openInBrowser` opens those of the browser build. */
export const glassOpener =
  (dist: string): Opener =>
  async ({ context, url, openid, address, large = false, viewport, onPage, expected }) => {
    let noted: Awaited<ReturnType<typeof watchPage>> = () => []
    const page = await openInGlass({
      ...{ context, dist, emulatorUrl: url, openid, page: `/${address}`, large },
      ...(viewport ? { viewport } : {}),
      onPage: async (opened) => {
        noted = await watchPage(opened, url, expected)
        await onPage?.(opened)
      },
    })
    return {
      page,
      settle: () => settleGlass(page),
      noted: async () => noted(),
      frame: WECHAT_FRAME,
      nextFile: ({ name, buffer }) => putChatFile(page, name, buffer),
    }
  }
