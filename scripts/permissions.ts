import { writeFileSync } from 'node:fs'
import { OPERATIONS } from '../contract'
import { type Audience, EVERYBODY, type Operation } from '../contract/operation'

const FILE = 'docs/permissions.md'

const HEAD = `# Who may do what

Made by \`npm run permissions\` from the contract; \`npm test\` refuses a table that is not current, and
\`tests/system/permissions/\` calls every operation as everybody, about things of one's own, of the same village, another village of
the township, another township, another county and another co-op, and compares what was reached with this table.

- **own**: oneself, one's household, what one has been given (an expert's questions), and whoever agreed to be acted for.
- **scope**: what lies in the region of the role (an informant's and a cadre's villages, an operator's county or township) or
  belongs to its co-op. An administrator has no scope: everything.
- **all**: what is about nobody: open classes, the directory of experts.
- An empty place: refused.

`

/** The table as a person reads it: a row for each operation, a column for each role. */
export function permissionsTable(
  operations: readonly Operation[] = OPERATIONS as readonly Operation[],
): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const cell = ({ by }: Operation, who: Audience) => {
    return by[who] ?? ''
  }
  const rows = operations.map((entry) =>
    row([`\`${entry.name}\``, ...EVERYBODY.map((who) => cell(entry, who))]),
  )
  return `${HEAD}${[row(['operation', ...EVERYBODY]), row(['', ...EVERYBODY].map(() => '---')), ...rows].join('\n')}\n`
}

if (require.main === module) writeFileSync(FILE, permissionsTable())
