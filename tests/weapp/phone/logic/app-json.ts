import type { AppJson, Bundle } from './types'

export function readAppJson(bundle: Bundle): AppJson {
  const text = bundle['app.json']
  if (text === undefined) throw new Error('the bundle has no app.json')
  return JSON.parse(text) as AppJson
}

/** Every page of the app: the main package's, then each subpackage's. */
export function allPages(app: AppJson): string[] {
  const packages = app.subPackages ?? app.subpackages ?? []
  const inPackages = packages.flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  )
  return [...app.pages, ...inPackages]
}

/** A page's own settings, `{}` where it has none. */
export function pageJson(bundle: Bundle, route: string): { navigationBarTitleText?: string } {
  return JSON.parse(bundle[`${route}.json`] ?? '{}')
}

/**
 * Route and query of an address. Values stay as they were written: WeChat does not decode them.
 * @param from the page an address without a leading slash is relative to
 */
export function readAddress(url: string, from = ''): { route: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?')
  const query: Record<string, string> = {}
  for (const pair of search.split('&').filter(Boolean)) {
    const cut = pair.indexOf('=')
    if (cut < 0) query[pair] = ''
    else query[pair.slice(0, cut)] = pair.slice(cut + 1)
  }
  return { route: resolvePath(path.startsWith('/') ? '' : from, path), query }
}

/** `../x` seen from the file `from`, without leading slash. */
export function resolvePath(from: string, path: string): string {
  const kept = from.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') kept.pop()
    else if (step !== '.' && step !== '') kept.push(step)
  }
  return kept.join('/')
}
