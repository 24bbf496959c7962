import type { Options } from './api'
import { allPages, pageJson, readAddress } from './app-json'
import type { AppJson, Bundle, OpenPage, PageInstance, ViewHooks } from './types'

/** WeChat opens at most ten pages upon each other. */
const DEEPEST = 10

type Life = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload'

/** Calls one of a page's own functions where it has it. */
export function callPage(page: PageInstance, name: Life | string, ...values: unknown[]): unknown {
  const member = page[name]
  return typeof member === 'function' ? member.apply(page, values) : undefined
}

/**
 * The stack of pages, with WeChat's rules: a page must be in app.json, a tab page is reached by switchTab and
 * stays alive beside the others, at most ten pages are open.
 */
export function makeNavigation(
  app: AppJson,
  bundle: Bundle,
  make: (route: string, query: Record<string, string>) => PageInstance,
  hooks: ViewHooks,
) {
  const known = new Set(allPages(app))
  const tabRoutes = (app.tabBar?.list ?? []).map(({ pagePath }) => pagePath)
  const tabs = new Map<string, OpenPage>()
  const stack: OpenPage[] = []

  const hideTop = () => {
    const top = stack.at(-1)
    if (top) callPage(top.instance, 'onHide')
  }
  const close = (page: OpenPage | undefined) => {
    if (!page) return
    callPage(page.instance, 'onUnload')
    hooks.closed?.(page)
  }
  const show = () => {
    const top = stack.at(-1)
    if (!top) return
    hooks.shown?.(top)
    callPage(top.instance, 'onShow')
    hooks.chrome?.()
  }
  function open(route: string, query: Record<string, string>): void {
    const title = pageJson(bundle, route).navigationBarTitleText ?? app.window?.navigationBarTitleText ?? ''
    const page = { route, instance: make(route, query), title }
    stack.push(page)
    if (tabRoutes.includes(route)) tabs.set(route, page)
    callPage(page.instance, 'onLoad', query)
    show()
    callPage(page.instance, 'onReady')
  }
  function target(options: Options) {
    const url = String(options.url)
    const address = readAddress(url, stack.at(-1)?.route)
    if (!known.has(address.route)) throw { errMsg: `page "${address.route}" is not found` }
    return address
  }
  const closeAll = () => {
    const gone = new Set([...stack.splice(0).reverse(), ...tabs.values()])
    tabs.clear()
    for (const page of gone) close(page)
  }
  const refuseTab = (route: string, name: string) => {
    if (tabRoutes.includes(route)) throw { errMsg: `can not ${name} a tabbar page` }
  }

  return {
    stack,
    actions: {
      navigateTo(options: Options) {
        const { route, query } = target(options)
        refuseTab(route, 'navigateTo')
        if (stack.length >= DEEPEST) throw { errMsg: `page limit exceeded: ${DEEPEST}` }
        hideTop()
        open(route, query)
      },
      redirectTo(options: Options) {
        const { route, query } = target(options)
        refuseTab(route, 'redirectTo')
        const left = stack.pop()
        if (left && !tabs.has(left.route)) close(left)
        open(route, query)
      },
      reLaunch(options: Options) {
        const { route, query } = target(options)
        closeAll()
        open(route, query)
      },
      switchTab(options: Options) {
        const { route } = target(options)
        if (!tabRoutes.includes(route)) throw { errMsg: 'can not switch to no-tabBar page' }
        if (stack.length === 1 && stack[0]?.route === route) return
        if (stack.length === 1) hideTop()
        for (const page of stack.splice(0).reverse()) if (!tabs.has(page.route)) close(page)
        const kept = tabs.get(route)
        if (!kept) return open(route, {})
        stack.push(kept)
        show()
      },
      navigateBack({ delta = 1 }: Options) {
        if (stack.length < 2) throw { errMsg: 'cannot navigate back at first page.' }
        for (let left = Math.min(Number(delta), stack.length - 1); left > 0; left--) close(stack.pop())
        show()
      },
    },
  }
}
