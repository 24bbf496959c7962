import { gapsIn } from './check-table'
import { pagesOfApp } from './pages'
import { SHOTS } from './shots'

test('every page of the app is photographed as everybody who can open it', async () => {
  const pages = await pagesOfApp()
  expect(pages).toContain('desk/expert/queue/index')
  expect(gapsIn(SHOTS, pages)).toEqual([])
})

test('a page that is new, one that is gone, and a persona without a picture are told', () => {
  const table = { 'old/index': { operation: 'consultation.queue', shots: [] } } as const
  expect(gapsIn({ 'old/index': { ...table['old/index'], shots: [] } }, ['new/index'])).toEqual([
    'new/index has no entry in the table of shots',
    'old/index is in the table of shots and not in the app',
    'old/index has no shot as expert, who can open it',
  ])
})
