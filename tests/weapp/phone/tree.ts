/** One node of a drawn page; `tag` as the compiler names it, `wx-view`. */
export interface ViewNode {
  tag: string
  attributes: Record<string, unknown>
  parent: ViewNode | undefined
  children: (ViewNode | string)[]
}

/** A node's text without line breaks between its parts. */
export function textOf(node: ViewNode | string): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('')
}

/** The text of a page as a person reads it: each block on a line of its own. */
export function linesOf(node: ViewNode | string): string {
  const out: string[] = ['']
  const walk = (each: ViewNode | string) => {
    if (typeof each === 'string') {
      out[out.length - 1] += each
      return
    }
    const inline = each.tag === 'wx-text'
    if (!inline) out.push('')
    each.children.forEach(walk)
    if (!inline) out.push('')
  }
  walk(node)
  return out
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}

export function allNodes(node: ViewNode): ViewNode[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : allNodes(child)))]
}

export function classesOf(node: ViewNode): string[] {
  return String(node.attributes.class ?? '').split(/\s+/)
}

/** A node and what it lies in, innermost first. */
export function upward(node: ViewNode): ViewNode[] {
  return node.parent ? [node, ...upward(node.parent)] : [node]
}

/** The function of the page a node names for an event, and whether the event ends there. */
export function listener(node: ViewNode, event: string): { name: string; ends: boolean } | undefined {
  for (const way of ['catch', 'bind']) {
    const name = node.attributes[`${way}${event}`] ?? node.attributes[`${way}:${event}`]
    if (typeof name === 'string' && name) return { name, ends: way === 'catch' }
  }
  return undefined
}

/**
 * The nodes a person means by a target: `#id`, `.class`, `<button>`, else words on the screen: a node's whole text or
 * label or placeholder where one says exactly this, otherwise the smallest nodes whose text contains it.
 */
export function nodesMeant(root: ViewNode, target: string): ViewNode[] {
  const nodes = allNodes(root)
  const id = target.match(/^#([\w-]+)$/)?.[1]
  if (id) return nodes.filter((node) => node.attributes.id === id)
  const name = target.match(/^\.([\w-]+)$/)?.[1]
  if (name) return nodes.filter((node) => classesOf(node).includes(name))
  const tag = target.match(/^<([\w-]+)>$/)?.[1]
  if (tag) return nodes.filter((node) => node.tag === `wx-${tag}`)
  const exact = nodes.filter((node) =>
    [
      textOf(node),
      node.attributes.ariaLabel,
      node.attributes['aria-label'],
      node.attributes.placeholder,
    ].some((words) => typeof words === 'string' && words.trim() === target),
  )
  return innermost(exact.length > 0 ? exact : nodes.filter((node) => textOf(node).includes(target)))
}

function innermost(nodes: ViewNode[]): ViewNode[] {
  const around = new Set(nodes.flatMap((node) => upward(node).slice(1)))
  return nodes.filter((node) => !around.has(node))
}
