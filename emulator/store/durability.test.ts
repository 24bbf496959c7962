import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from './index'

const root = join(__dirname, '../..')

/** Inserts for ever, saying each id once it is acknowledged. */
const writer = (file: string) => `
  const { writeSync } = require('node:fs')
  const { openStore } = require(${JSON.stringify(join(__dirname, 'index.ts'))})
  const store = openStore({ file: ${JSON.stringify(file)}, schema: { collections: { things: {} } } })
  const run = async () => {
    for (let n = 0; ; n++) {
      const answer = await store.handle('database.insertDocument', { collectionName: 'things', data: [JSON.stringify({ n })] })
      writeSync(1, answer.data.insertedIds[0] + '\\n')
    }
  }
  run()`

test('every acknowledged insert is there after the process is killed', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'store-')), 'store.db')
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', '-e', writer(file)], {
    cwd: root,
  })
  let said = ''
  let wrong = ''
  child.stderr.on('data', (part) => {
    wrong += part
  })
  const closed = new Promise((resolve) => child.on('close', resolve))
  child.stdout.on('data', (part) => {
    said += part
    if (said.length > 33 * 200) child.kill('SIGKILL')
  })
  await closed
  const acknowledged = said.split('\n').slice(0, -1)
  expect(wrong).toBe('')
  expect(acknowledged.length).toBeGreaterThan(150)
  const store = openStore({ file, schema: { collections: { things: {} } } })
  const present = new Set(store.find('things', {}, 1_000_000).map(({ _id }) => _id))
  store.close()
  expect(acknowledged.filter((id) => !present.has(id))).toEqual([])
}, 30_000)
