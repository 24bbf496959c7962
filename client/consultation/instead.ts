import type { Me } from '../../contract/identity'
import { BIND_PAGE } from '../../contract/pages'
import { HOW_TO_REGISTER } from '../home/summary'
import type { PictureName } from '../icons/names'
import { has } from '../roles'

export interface Instead {
  picture: PictureName
  words: string
  action: string
  page: string
}

/** Who may ask: the contract's `by` of consultation.ask. */
export const mayAsk = (me: Me): boolean => has(me, 'villager', 'informant')

/** What somebody who may not ask is told, and where their own work is. */
export function insteadOf(me: Me): Instead {
  if (!me.person)
    return {
      picture: 'informant',
      words: `问专家要先登记：${HOW_TO_REGISTER}培训班现在就可以看。`,
      action: '去登记',
      page: `/${BIND_PAGE}`,
    }
  if (has(me, 'expert'))
    return {
      picture: 'expert',
      words: '这里是农户问专家的地方。农户问您的，在“待我回复”里。',
      action: '去待我回复',
      page: '/desk/expert/queue/index',
    }
  if (has(me, 'cooperative'))
    return {
      picture: 'cooperative',
      words: '这里是农户问专家的地方。您要办的，在“今年的分红”里。',
      action: '去今年的分红',
      page: '/desk/cooperative/due/index',
    }
  return {
    picture: 'consultation',
    words: '这里是农户问专家的地方。告诉您的事，都在“消息”里。',
    action: '看消息',
    page: '/my/inbox/index',
  }
}
