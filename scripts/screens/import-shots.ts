import { readFileSync } from 'node:fs'
import type { Opened } from '../../tests/browser/open'
import type { PageShots } from './shot'

/** Chooses what to bring in and a file that is none. */
async function chooseWrong({ page, settle, nextFile }: Opened): Promise<void> {
  await page.getByText('农户', { exact: true }).first().click()
  await nextFile({
    name: '去年的农户名单.xls',
    mimeType: 'application/vnd.ms-excel',
    buffer: readFileSync('client/icons/tab/home-on.png'),
  })
  await page.getByText('选填好的表格').click()
  await settle()
}

/** The bureau's Excel pages. */
export const IMPORT_SHOTS: Record<string, PageShots> = {
  'desk/bureau/imports/index': {
    operation: 'import.list',
    shots: [
      { as: 'bureau', state: 'list' },
      { as: 'bureau', state: 'file refused', steps: chooseWrong },
      { as: 'admin', state: 'list' },
      { as: 'bureau', state: 'offline', network: 'offline' },
      { as: 'bureau', state: 'failed', network: 'failed' },
    ],
  },
  'desk/bureau/imports/one/index': {
    operation: 'import.get',
    shots: [
      { as: 'bureau', state: 'problems', query: ({ imports }) => `id=${imports.problems}` },
      { as: 'bureau', state: 'nothing new', query: ({ imports }) => `id=${imports.nothing}` },
      { as: 'bureau', state: 'hopeless', query: ({ imports }) => `id=${imports.hopeless}` },
      { as: 'bureau', state: 'done', query: ({ imports }) => `id=${imports.done}` },
      { as: 'bureau', state: 'undone', query: ({ imports }) => `id=${imports.undone}` },
      { as: 'admin', state: 'done', query: ({ imports }) => `id=${imports.done}` },
      { as: 'bureau', state: 'not there', query: 'id=nothing' },
      { as: 'bureau', state: 'offline', query: ({ imports }) => `id=${imports.done}`, network: 'offline' },
    ],
  },
}
