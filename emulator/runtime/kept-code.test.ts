import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFixtures } from '../fixtures/start'

const root = mkdtempSync(join(tmpdir(), 'kept-code-'))
const functions = join(root, 'functions')
const compiled = join(root, 'compiled')
const kept = join(compiled, 'number.code')
afterAll(() => rmSync(root, { recursive: true }))

const write = (answer: number, more = '') =>
  writeFileSync(
    join(functions, 'number', 'index.js'),
    `const path = require('node:path')\nexports.main = async () => [${answer}, path.basename(__filename), module.exports === exports]${more}`,
  )

/** What the function answers in a local cloud of its own. */
async function answer(): Promise<unknown> {
  const local = await startFixtures({ functions, compiled })
  try {
    const first = await local.call('number', {})
    // The code is kept after the first answer; the second comes after that.
    await local.call('number', {})
    return 'result' in first ? first.result : first
  } finally {
    await local.stop()
  }
}

beforeAll(() => {
  mkdirSync(join(functions, 'number'), { recursive: true })
  write(1)
})

test('the code of a bundle is kept at its first start, and used at the next', async () => {
  expect(await answer()).toEqual([1, 'index.js', true])
  expect(readdirSync(compiled)).toEqual(['number.code'])
  const { mtimeMs } = statSync(kept)
  expect(await answer()).toEqual([1, 'index.js', true])
  // What V8 does not take is written anew.
  expect(statSync(kept).mtimeMs).toBe(mtimeMs)
})

test('another bundle of the same length is not run from it', async () => {
  const before = readFileSync(kept)
  write(2)
  expect(await answer()).toEqual([2, 'index.js', true])
  expect(readFileSync(kept).equals(before)).toBe(false)
})

test.each([
  ['torn', (code: Buffer) => code.subarray(0, code.length / 2)],
  ['empty', () => Buffer.alloc(0)],
  ['of another V8', (code: Buffer) => Buffer.concat([code.subarray(0, 32), Buffer.alloc(500, 7)])],
])('code that is %s is made again', async (_, spoil) => {
  await answer()
  const whole = readFileSync(kept)
  writeFileSync(kept, spoil(whole))
  expect(await answer()).toEqual([2, 'index.js', true])
  expect(readFileSync(kept).length).toBeGreaterThan(500)
})

test('a bundle that imports at run time works at every start', async () => {
  writeFileSync(join(functions, 'number', 'more.js'), 'module.exports = 1')
  write(3, ".concat((await import('./more.js')).default)")
  expect(await answer()).toEqual([3, 'index.js', true, 1])
  expect(await answer()).toEqual([3, 'index.js', true, 1])
})
