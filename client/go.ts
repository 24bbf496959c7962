import Taro, { useRouter } from '@tarojs/taro'

const TABS = ['/home/index', '/consultation/mine/index', '/my/inbox/index', '/my/index/index']

/** Opens a page of the app by its address, tab or not. */
export function go(page: string): Promise<unknown> {
  const [path = ''] = page.split('?')
  return TABS.includes(path) ? Taro.switchTab({ url: path }) : Taro.navigateTo({ url: page })
}

/** Back, or home where this page was the first (opened from a message). */
export function goBack(): Promise<unknown> {
  return Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: '/home/index' })
}

/** Whom an informant is acting for, from the page's address: `?actFor=<person>&actName=<name>`. */
export function useActing(): { actFor?: string; actName?: string; query: string } {
  const { actFor, actName } = useRouter().params
  if (!actFor) return { query: '' }
  const name = decodeURIComponent(actName ?? '')
  return { actFor, actName: name, query: `&actFor=${actFor}&actName=${encodeURIComponent(name)}` }
}
