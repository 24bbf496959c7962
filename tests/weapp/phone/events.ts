import { inWords } from './logic/state'
import type { PageInstance, PhoneState } from './logic/types'
import { listener, upward, type ViewNode } from './tree'

function asTarget(node: ViewNode) {
  const dataset: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(node.attributes)) {
    const short = name.match(/^data-?(.+)/)?.[1]
    if (short) dataset[short.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = value
  }
  return { id: String(node.attributes.id ?? ''), dataset, offsetLeft: 0, offsetTop: 0 }
}

/**
 * Sends an event to a node as WeChat does; one that bubbles passes every node around it, until one catches it.
 * @throws where nothing listens, where the page lacks the function, where a button is disabled; what a listener throws
 *   goes to the phone's errors
 */
export function fire(
  page: PageInstance,
  state: PhoneState,
  node: ViewNode,
  event: string,
  detail: object,
  bubbles: boolean,
): void {
  const disabled = upward(node).find(({ attributes }) => attributes.disabled === true)
  if (disabled) throw new Error(`${disabled.tag} is disabled: WeChat sends it no ${event}`)
  const heard = (bubbles ? upward(node) : [node])
    .map((each) => ({ each, found: listener(each, event) }))
    .filter(({ found }) => found !== undefined)
  if (heard.length === 0) throw new Error(`nothing listens to ${event} of ${node.tag}`)
  state.insideTap = event === 'tap'
  try {
    for (const { each, found } of heard) {
      if (!found) continue
      const handler = page[found.name]
      if (typeof handler !== 'function')
        throw new Error(`the page has no function ${found.name} for ${event}`)
      const touches = { touches: [], changedTouches: [], mark: {} }
      const targets = { target: asTarget(node), currentTarget: asTarget(each) }
      try {
        handler.call(page, { type: event, detail, timeStamp: Date.now(), ...targets, ...touches })
      } catch (failure) {
        state.errors.push(inWords(failure))
      }
      if (found.ends) break
    }
  } finally {
    state.insideTap = false
  }
}
