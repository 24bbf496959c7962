import type { AppJson, OpenPage, PhoneState } from '../../phone/logic/types'

export interface Bars {
  draw(page: OpenPage, deep: boolean): void
  toast(words: string): void
}

const element = (className: string, text = ''): HTMLElement => {
  const made = document.createElement('div')
  made.className = className
  made.textContent = text
  return made
}

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`the page has no #${id}`)
  return found
}

/** WeChat's own bars around a page: the navigation bar with title and capsule, and the tab bar. */
export function makeBars(
  app: AppJson,
  state: PhoneState,
  assets: string,
  go: { back(): void; tab(pagePath: string): void },
): Bars {
  const navigation = byId('navigation')
  const tabs = byId('tabs')
  const list = app.tabBar?.list ?? []
  const { navigationBarBackgroundColor = '#fff', navigationBarTextStyle = 'black' } = app.window ?? {}
  navigation.style.background = navigationBarBackgroundColor
  navigation.style.color = navigationBarTextStyle
  document.body.style.background = app.window?.backgroundColor ?? '#fff'
  tabs.style.background = app.tabBar?.backgroundColor ?? '#fff'

  function drawTab(index: number, chosen: boolean): HTMLElement {
    const { text, pagePath, iconPath, selectedIconPath } = list[index] ?? { text: '', pagePath: '' }
    const tab = element('wechat-tab')
    tab.style.color = (chosen ? app.tabBar?.selectedColor : app.tabBar?.color) ?? '#000'
    const icon = document.createElement('img')
    icon.src = `${assets}${(chosen ? selectedIconPath : iconPath) ?? ''}`
    icon.alt = ''
    icon.className = 'wechat-icon'
    const badge = state.badges.get(index)
    tab.append(icon, text, ...(badge ? [element('wechat-badge', badge)] : []))
    tab.addEventListener('click', () => go.tab(pagePath))
    return tab
  }

  return {
    draw(page, deep) {
      const back = element('wechat-back', '‹')
      back.addEventListener('click', go.back)
      navigation.replaceChildren(page.title, element('wechat-capsule', '•••'), ...(deep ? [back] : []))
      document.title = page.title
      const isTab = list.some(({ pagePath }) => pagePath === page.route)
      tabs.hidden = !isTab
      tabs.replaceChildren(
        ...(isTab ? list.map(({ pagePath }, index) => drawTab(index, pagePath === page.route)) : []),
      )
      document.documentElement.style.setProperty('--vh', `${byId('view').clientHeight / 100}px`)
    },
    toast(words) {
      const shown = element('wechat-toast', words)
      document.body.append(shown)
      setTimeout(() => shown.remove(), 1500)
    },
  }
}
