import Taro from '@tarojs/taro'

/** The place of 消息 in the tab bar. */
const INBOX_TAB = 2

/** Shows on the tab bar how many messages are unread. */
export function showUnread(count: number): void {
  const shown =
    count > 0
      ? Taro.setTabBarBadge({ index: INBOX_TAB, text: count > 99 ? '99+' : String(count) })
      : Taro.removeTabBarBadge({ index: INBOX_TAB })
  // WeChat refuses while a page without the tab bar is open; the next tab page shows it.
  Promise.resolve(shown).catch(() => undefined)
}
