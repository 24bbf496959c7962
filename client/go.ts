import Taro, { useRouter } from '@tarojs/taro'

const TABS = ['/home/index', '/consultation/mine/index', '/my/inbox/index', '/my/index/index']

const isTab = (page: string) => TABS.includes(page.split('?')[0] ?? '')

/** WeChat keeps at most so many pages one above the other, and refuses to open another. */
const MOST_PAGES = 10

/** Opens a page of the app by its address, tab or not. */
export function go(page: string): Promise<unknown> {
  const [path = ''] = page.split('?')
  if (isTab(page)) return Taro.switchTab({ url: path })
  return Taro.getCurrentPages().length < MOST_PAGES
    ? Taro.navigateTo({ url: page })
    : Taro.redirectTo({ url: page })
}

/** Back, or home where this page was the first (opened from a message). */
export function goBack(): Promise<unknown> {
  return Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: '/home/index' })
}

/** On to a page in place of this one, or back where there is none to go on to. */
export function goOn(page: string | undefined): Promise<unknown> {
  if (!page) return goBack()
  return isTab(page) ? Taro.switchTab({ url: page }) : Taro.redirectTo({ url: page })
}

/** Whom an informant is acting for, from the page's address: `?actFor=<person>&actName=<name>`. */
export function useActing(): { actFor?: string; actName?: string; query: string } {
  const { actFor, actName } = useRouter().params
  if (!actFor) return { query: '' }
  const name = decodeURIComponent(actName ?? '')
  return { actFor, actName: name, query: `&actFor=${actFor}&actName=${encodeURIComponent(name)}` }
}
