import { BIND_PAGE } from '../../contract/pages'
import { pagesOfApp } from './pages'

test('the page that a printed code opens is one of the app’s', async () => {
  expect(await pagesOfApp()).toContain(BIND_PAGE)
})
