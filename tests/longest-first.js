const { default: Sequencer } = require('@jest/test-sequencer')

/** What takes longest, in its order: begun last, it would keep one of two cores busy while the other has nothing left. */
const LONGEST = [
  'system/permissions/permissions',
  'weapp/pages',
  'weapp/actions',
  'system/training',
  'system/training-races',
  'system/import-files',
  'system/paper',
  'browser/console',
  'system/import-faults',
  'system/identity-faults',
  'system/training-jobs',
  'system/registry-faults',
  'emulator/files',
  'system/enrol-faults',
  'browser/consultation',
]

const rank = ({ path }) => {
  const at = LONGEST.findIndex((name) => path.endsWith(`${name}.test.ts`))
  return at < 0 ? LONGEST.length : at
}

/** Those first; the rest as Jest orders them, by what took long the last time. */
module.exports = class extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b))
  }
}
