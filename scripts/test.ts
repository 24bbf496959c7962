import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'

/** Runs linter, compiler and every test, and closes with one plain line that adds them up. */
const REPORT = '.cache/jest.json'
/** Jest never gives back what a file has loaded: a worker that lives on spends its time looking through it. */
const MEMORY = '--workerIdleMemoryLimit=250MB'
let passed = 0
let failed = 0

function check(name: string, command: string, args: string[]): void {
  process.stdout.write(`\n── ${name}\n`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status === 0) passed++
  else failed++
}

check('biome', 'npx', ['biome', 'ci', '.'])
check('types', 'npx', ['tsc', '--noEmit'])
check('build', 'npx', ['tsx', 'scripts/build.ts'])

rmSync(REPORT, { force: true })
const jest = spawnSync('npx', ['jest', '--json', `--outputFile=${REPORT}`, '--maxWorkers=3', MEMORY], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
try {
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numFailedTestSuites: number
    numRuntimeErrorTestSuites: number
  }
  passed += report.numPassedTests
  failed += report.numFailedTests + report.numRuntimeErrorTestSuites
} catch {
  failed++
}
if (jest.status !== 0 && failed === 0) failed++
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
