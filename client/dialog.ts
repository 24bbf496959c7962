import Taro from '@tarojs/taro'
import { asRefused } from './cloud/call'
import { lead, leads } from './lead'

/** Tells why something did not work, in the words the server chose; what must be done first, it leads to. */
export async function tell(error: unknown): Promise<void> {
  const { code, message, fields } = asRefused(error)
  if (leads(code)) return lead(code)
  const [first] = Object.values(fields)
  await say(first ?? message)
}

/** One sentence and 知道了. */
export async function say(content: string, title = ''): Promise<void> {
  await Taro.showModal({ title, content, showCancel: false, confirmText: '知道了', confirmColor: '#1B7A43' })
}

/** Asks before something that is hard to undo. WeChat allows buttons four characters. */
export async function confirm(title: string, content: string, yes = '确定', no = '再想想'): Promise<boolean> {
  const { confirm: said } = await Taro.showModal({
    title,
    content,
    confirmText: yes,
    cancelText: no,
    confirmColor: '#1B7A43',
  })
  return said
}

export const done = (title: string): Promise<unknown> =>
  Taro.showToast({ title, icon: 'success', duration: 2000 })
