import type { Action } from './actions'

/** What the bureau and an informant send about the year's counts and what is to be passed on. */
export const COUNT_ACTIONS: Action[] = [
  {
    name: 'set the year’s target',
    operation: 'training.setTarget',
    openid: 'demo-bureau',
    address: 'desk/training/counts/index',
    prepare: async (phone) => {
      await phone.tap('改目标')
      await phone.type('#target', '6,500')
    },
    press: '保存目标',
  },
  {
    name: 'somebody was told',
    operation: 'training.toldOthers',
    openid: 'demo-informant',
    address: 'desk/informant/tell/index',
    press: '已转告',
    nth: 0,
  },
]
