import * as glass from 'glass-easel'
import { inWords } from '../../phone/logic/state'
import type { OpenPage, PageInstance, PhoneState } from '../../phone/logic/types'
import { registerBuiltins, type Template } from './builtins'

type Groups = Record<string, unknown>
/** What the compiler wrote is an expression. */
const run = (program: string) => new Function(`return ${program}`)() as Groups

interface Target {
  id?: string
  dataset?: Record<string, unknown>
}
interface Heard extends Target {
  type: string
  detail: unknown
  timeStamp: number
  target: Target
  currentTarget: Target
}

const targetOf = ({ id = '', dataset = {} }: Target = {}) => ({ id, dataset, offsetLeft: 0, offsetTop: 0 })
/** An event as the logic layer of WeChat gets it. */
const asWechat = ({ type, detail, timeStamp, target, currentTarget }: Heard) => ({
  ...{ type, detail: detail ?? {}, timeStamp, touches: [], changedTouches: [], mark: {} },
  target: targetOf(target),
  currentTarget: targetOf(currentTarget),
})
/** Taro writes a step into a list as `.[0]`. */
const asPath = (key: string) => key.replaceAll('.[', '[')

/** WeChat's view layer: draws open pages with glass-easel and brings events back to them. */
export function makeGlassView(
  program: string,
  builtins: Record<string, string>,
  state: PhoneState,
  resolveImage: (src: string) => string,
) {
  const groupList = run(program)
  const space = new glass.ComponentSpace()
  const window = new glass.CurrentWindowBackendContext()
  const templates = Object.fromEntries(
    Object.entries(builtins).map(([name, each]): [string, Template] => {
      const groups = run(each)
      return [name, { groupList: groups, content: groups[''] }]
    }),
  )
  registerBuiltins(space, templates, resolveImage)
  glass.addGlobalErrorListener((failure) => {
    state.errors.push(inWords(failure))
    return false
  })
  glass.addGlobalWarningListener((message) => {
    // WeChat's own components have more properties than matter here.
    if (!/is not a valid property/.test(String(message))) state.errors.push(`glass-easel: ${String(message)}`)
    return false
  })
  window.onEvent((target, type, detail, options) => {
    const event = new glass.Event(type, detail, options)
    // WeChat opens its subscription dialog inside a tap alone.
    state.insideTap = type === 'tap'
    glass.Event.dispatchEvent(target, event)
    state.insideTap = false
    return event.getEventBubbleStatus()
  })

  const drawn = new Map<PageInstance, glass.GeneralComponent>()
  const scrolled = new Map<PageInstance, number>()
  let shown: PageInstance | undefined

  const methodsOf = (instance: PageInstance) =>
    Object.fromEntries(
      Object.entries(instance)
        .filter(([name, member]) => typeof member === 'function' && !/^on[A-Z]|^setData$/.test(name))
        .map(([name, member]) => [
          name,
          (event: Heard) => {
            try {
              ;(member as (event: object) => void).call(instance, asWechat(event))
            } catch (failure) {
              state.errors.push(inWords(failure))
            }
          },
        ]),
    )

  function define(route: string, host: string, instance: PageInstance, more: object) {
    const content = groupList[route]
    if (!content) throw new Error(`there is no template ${route}.wxml`)
    const definition = {
      is: `${route}#${drawn.size}`,
      template: { groupList, content, fallbackListenerOnNativeNode: true },
      methods: methodsOf(instance),
      options: { writeIdToDOM: true, hostNodeTagName: host, dataDeepCopy: glass.DeepCopyKind.Simple },
      ...more,
    }
    return space
      .defineComponent(definition as unknown as Parameters<typeof space.defineComponent>[0])
      .general()
  }

  function draw(instance: PageInstance): glass.GeneralComponent {
    // Taro draws what is nested too deep for templates by a component that includes itself.
    if (groupList.comp) {
      const properties = { i: { type: Object }, l: { type: String } }
      space.setGlobalUsingComponent('comp', define('comp', 'wx-comp', instance, { properties }))
    }
    const data = JSON.parse(JSON.stringify(instance.data))
    const page = define(instance.route, 'wx-page', instance, { data })
    return glass.Component.createWithContext('wx-page', page, window).general()
  }

  return {
    show({ instance }: OpenPage) {
      if (shown === instance) return
      const view = document.getElementById('view') as HTMLElement
      if (shown) scrolled.set(shown, view.scrollTop)
      shown = instance
      const before = drawn.get(instance)
      if (before) view.replaceChildren(before.$$ as unknown as Node)
      else {
        const page = draw(instance)
        drawn.set(instance, page)
        const place = document.createElement('div')
        view.replaceChildren(place)
        glass.Element.replaceDocumentElement(page, view as never, place as never)
      }
      view.scrollTop = scrolled.get(instance) ?? 0
    },
    close({ instance }: OpenPage) {
      drawn.delete(instance)
      scrolled.delete(instance)
    },
    setData(instance: PageInstance, patch: Record<string, unknown>) {
      const component = drawn.get(instance)
      component?.setData(
        Object.fromEntries(Object.entries(patch).map(([key, value]) => [asPath(key), value])) as never,
      )
    },
  }
}
