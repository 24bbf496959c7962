import { createContext, runInContext } from 'node:vm'
import type { ViewNode } from './tree'
import { compileTemplates } from './wxml'

interface Made {
  tag?: string
  attr?: Record<string, unknown>
  children?: (Made | string | number)[]
}
type Template = (data: unknown, more: undefined, globals: object) => Made

export interface View {
  /** @throws where the page has no template, or the template complains about the data */
  render(route: string, data: object): ViewNode
}

/** The view layer of a bundle, by WeChat's own template compiler: page data in, tree of nodes out. */
export function makeView(dist: string): View {
  const complaints: string[] = []
  const complain = (...values: unknown[]) => void complaints.push(values.map(String).join(' '))
  const quiet = () => undefined
  const console = { log: quiet, info: quiet, warn: complain, error: complain }
  const context = createContext({ window: {}, console })
  runInContext(compileTemplates(dist), context, { filename: 'templates.js' })
  const find = runInContext('(file) => $gwx(file)', context) as (file: string) => Template | undefined
  // Data of this side's prototypes makes the compiled templates misread lists.
  const parseInside = runInContext('(text) => JSON.parse(text)', context) as (text: string) => unknown

  function make(file: string, data: object): Made {
    const template = find(`${file}.wxml`)
    if (!template) throw new Error(`there is no template ${file}.wxml`)
    complaints.length = 0
    const made = template(parseInside(JSON.stringify(data)), undefined, {})
    if (complaints.length > 0) throw new Error(`${file}.wxml: ${complaints.join('; ')}`)
    return made
  }

  function node(made: Made, parent: ViewNode | undefined): ViewNode {
    const attributes = made.attr ?? {}
    const self: ViewNode = { tag: made.tag ?? '', attributes, parent, children: [] }
    // Taro draws what is nested too deep for templates by a component that includes itself.
    const recursive = made.tag === 'wx-comp' && attributes.i !== undefined
    const inside = recursive ? make('comp', { i: attributes.i, l: attributes.l ?? '' }) : made
    self.children = (inside.children ?? []).map((child) =>
      typeof child === 'object' ? node(child, self) : String(child),
    )
    return self
  }

  return { render: (route, data) => node(make(route, data), undefined) }
}
