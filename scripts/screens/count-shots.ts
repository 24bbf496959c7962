import type { Opened } from '../../tests/browser/open'
import type { PageShots } from './shot'

const press = async ({ page, settle }: Opened, words: string) => {
  await page.getByText(words, { exact: true }).filter({ visible: true }).last().click()
  await settle()
}
const ROWS = `year=${new Date().getFullYear()}&by=topic&key=fruit&name=%E7%89%B9%E8%89%B2%E6%B0%B4%E6%9E%9C`

/** The year's counts, and what an informant has to pass on. */
export const COUNT_SHOTS: Record<string, PageShots> = {
  'desk/training/counts/index': {
    operation: 'training.counts',
    shots: [
      { as: 'bureau', state: 'topics' },
      { as: 'bureau', state: 'villages', steps: (phone) => press(phone, '村') },
      { as: 'bureau', state: 'months', steps: (phone) => press(phone, '月份') },
      {
        as: 'bureau',
        state: 'target missing',
        steps: async (phone) => {
          await press(phone, '改目标')
          await phone.page.locator('#target input, input#target').filter({ visible: true }).first().fill('')
          await press(phone, '保存目标')
        },
      },
      { as: 'bureau', state: 'none', steps: (phone) => press(phone, `${new Date().getFullYear() - 2} 年`) },
      { as: 'bureau', state: 'offline', network: 'offline' },
      { as: 'bureau', state: 'failed', network: 'failed' },
      { as: 'villager', state: 'not theirs' },
    ],
  },
  'desk/training/count-rows/index': {
    operation: 'training.countRows',
    shots: [
      { as: 'bureau', state: 'fruit', query: ROWS },
      { as: 'bureau', state: 'nobody', query: 'year=2001&by=topic&key=fruit' },
      { as: 'bureau', state: 'offline', query: ROWS, network: 'offline' },
      { as: 'bureau', state: 'failed', query: ROWS, network: 'failed' },
    ],
  },
  'desk/informant/tell/index': {
    operation: 'training.tellOthers',
    shots: [
      { as: 'informant', state: 'to tell' },
      { as: 'informant', state: 'nothing', openid: 'demo-informant-2' },
      { as: 'informant', state: 'offline', network: 'offline' },
      { as: 'informant', state: 'failed', network: 'failed' },
    ],
  },
}
