import { pageJson, readAddress, readAppJson, resolvePath } from './app-json'
import { makeNavigation } from './navigation'
import { applySetData } from './set-data'
import { inWords } from './state'
import { makeTimers } from './timers'
import type { Bundle, Edge, MakeRealm, PageInstance, PhoneState, Realm, ViewHooks } from './types'
import { makeWx } from './wx'

/**
 * The logic layer of WeChat for one bundle: its modules, `App`, `Page`, `wx` and the stack of pages.
 * Nothing is run before `launch`.
 */
export function startHost(
  bundle: Bundle,
  makeRealm: MakeRealm,
  edge: Edge,
  state: PhoneState,
  hooks: ViewHooks = {},
) {
  const app = readAppJson(bundle)
  const registered = new Map<string, Record<string, unknown>>()
  const modules = new Map<string, { exports: object }>()
  const timers = makeTimers(state)
  const current: { app?: Record<string, unknown>; page?: Record<string, unknown>; made: number } = { made: 0 }
  let realm: Realm | undefined
  const { wx, define, setOnline } = makeWx(state, edge, () => realm as Realm, hooks)
  const write =
    (level: string) =>
    (...values: unknown[]) => {
      if (level === 'error') state.errors.push(values.map(inWords).join(' '))
    }
  const navigation = makeNavigation(app, bundle, makePage, hooks)
  for (const [name, go] of Object.entries(navigation.actions)) {
    wx[name] = define(name, (options) => {
      go(options)
      return undefined
    })
  }
  wx.setNavigationBarTitle = define('setNavigationBarTitle', ({ title }) => {
    const top = navigation.stack.at(-1)
    if (top) top.title = String(title)
    hooks.chrome?.()
    return undefined
  })

  const nothing = () => undefined
  const registration = Object.fromEntries<unknown>([
    ['App', (config: Record<string, unknown>) => Object.assign(current, { app: config })],
    ['Page', (config: Record<string, unknown>) => Object.assign(current, { page: config })],
    ['Component', nothing],
    ['Behavior', (config: unknown) => config],
  ])
  realm = makeRealm({
    wx,
    ...timers.globals,
    console: Object.fromEntries(
      ['log', 'info', 'warn', 'error', 'debug'].map((level) => [level, write(level)]),
    ),
    ...registration,
    getApp: () => current.app,
    getCurrentPages: () => navigation.stack.map(({ instance }) => instance),
    __wxConfig: {},
  })

  function load(file: string): object {
    const path = file.endsWith('.js') ? file : `${file}.js`
    const known = modules.get(path)
    if (known) return known.exports
    const source = bundle[path]
    if (source === undefined) throw new Error(`module ${path} is not in the bundle`)
    const module = { exports: {} }
    modules.set(path, module)
    const run = (realm as Realm).wrap(source, path)
    run((wanted) => load(resolvePath(path, wanted)), module, module.exports)
    return module.exports
  }

  function register(route: string): Record<string, unknown> {
    const known = registered.get(route)
    if (known) return known
    // What a page uses is loaded before it, as the base library does for usingComponents.
    for (const used of Object.values(usingComponents(bundle, route))) load(resolvePath(route, used))
    current.page = undefined
    load(route)
    if (!current.page) throw new Error(`${route}.js registered no Page()`)
    registered.set(route, current.page)
    return current.page
  }

  function makePage(route: string, query: Record<string, string>): PageInstance {
    const config = register(route)
    const parse = (value: unknown) => (realm as Realm).parse(JSON.stringify(value ?? {}))
    const page: PageInstance = { ...config, route, data: parse(config.data) as Record<string, unknown> }
    const id = ++current.made
    return Object.assign(page, {
      __route__: route,
      options: query,
      __wxExparserNodeId__: `page${id}`,
      getPageId: () => `pageId:${id}`,
      selectComponent: () => null,
      createSelectorQuery: wx.createSelectorQuery,
      setData(patch: Record<string, unknown>, done?: () => void) {
        try {
          const { sent, bytes } = applySetData(page.data, patch)
          state.setData.push({ route, bytes })
          hooks.setData?.(page, sent)
        } catch (failure) {
          state.errors.push(inWords(failure))
        }
        if (done) timers.globals.setTimeout(() => done.call(page), 0)
      },
    })
  }

  return {
    app,
    state,
    wx,
    setOnline,
    stack: navigation.stack,
    stop: timers.stopAll,
    /** Cold start at an address, `/pages/home/index?id=1`; the first page of app.json where none is said. */
    launch(url = `/${app.pages[0]}`) {
      const { route, query } = readAddress(url)
      load('app')
      if (!current.app) throw new Error('app.js called no App()')
      const entry = { path: route, query, scene: 1001 }
      for (const life of ['onLaunch', 'onShow']) {
        const member = current.app[life]
        if (typeof member === 'function') member.call(current.app, entry)
      }
      navigation.actions.reLaunch({ url: `/${url.replace(/^\//, '')}` })
    },
    reLaunch: (url: string) => navigation.actions.reLaunch({ url }),
  }
}

function usingComponents(bundle: Bundle, route: string): Record<string, string> {
  return (pageJson(bundle, route) as { usingComponents?: Record<string, string> }).usingComponents ?? {}
}
