import { readFileSync } from 'node:fs'
import { permissionsTable } from '../../scripts/permissions'

test('docs/permissions.md says what the contract says: npm run permissions', () => {
  expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionsTable())
})

test('an entry nobody may use, or one without a row, would be seen', () => {
  const entry = { name: 'area.verb', by: { bureau: 'scope', visitor: 'all' } } as never
  expect(permissionsTable([entry]).split('\n').at(-2)).toBe('| `area.verb` | all |  |  |  |  | scope |  |  |')
})
