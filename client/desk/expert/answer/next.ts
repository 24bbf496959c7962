import Taro from '@tarojs/taro'
import { call } from '../../../cloud/call'
import { done } from '../../../dialog'

const QUEUE = 'desk/expert/queue/index'

/** Back to the list, which loads anew; opened where this page came from a message. */
export function toList(): Promise<unknown> {
  const pages = Taro.getCurrentPages()
  const before = pages[pages.length - 2]
  return before?.route?.includes(QUEUE) ? Taro.navigateBack() : Taro.redirectTo({ url: `/${QUEUE}` })
}

/** To the most urgent question that waits now, in this page's place; to the list where none does. @throws Refused */
export async function toNext(): Promise<void> {
  const { questions } = await call('consultation.queue', {})
  const [next] = questions
  if (next) await Taro.redirectTo({ url: `/desk/expert/answer/index?id=${next.id}` })
  else {
    // In this order: WeChat takes a message away with the page it was shown on.
    await toList()
    await done('都回完了')
  }
}
