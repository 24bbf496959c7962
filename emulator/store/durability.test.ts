import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import Database from 'libsql'
import { openStore, type Store, Unusable } from './index'

const root = join(__dirname, '../..')
const dir = mkdtempSync(join(tmpdir(), 'durable-'))
const program = join(dir, 'load.js')
const schema = { collections: { things: {}, accounts: {}, moves: {} } }
/** `KILLS=1000 npx jest emulator/store/durability` for a longer run. */
const KILLS = Number(process.env.KILLS ?? 50)
const ACCOUNTS = 8
const EACH = 1000

beforeAll(() => {
  buildSync({
    entryPoints: [join(__dirname, '../fixtures/load.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    external: ['libsql'],
    logLevel: 'error',
  })
})
afterAll(() => rmSync(dir, { recursive: true }))

const open = (file: string): Store => openStore({ file, schema })

/** Lets the load run until it has said something, then a moment of chance, then kills it. Answers what it said. */
async function runAndKill(file: string): Promise<string[]> {
  const child: ChildProcess = spawn(process.execPath, [program, file, String(ACCOUNTS)], {
    cwd: root,
    env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
  })
  let [said, wrong] = ['', '']
  child.stderr?.on('data', (part) => {
    wrong += part
  })
  child.stdout?.on('data', (part) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * 60)
    said += part
  })
  await new Promise((resolve) => child.on('close', resolve))
  expect(wrong).toBe('')
  return said.split('\n').slice(0, -1)
}

test(`killed ${KILLS} times under load: every acknowledged write is there, and every transaction whole or not at all`, async () => {
  const file = join(dir, 'killed.sqlite')
  const first = open(file)
  first.insertMany(
    'accounts',
    Array.from({ length: ACCOUNTS }, (_, n) => ({ _id: `a${n}`, balance: EACH })),
  )
  first.close()
  const acknowledged: string[] = []
  for (let kill = 0; kill < KILLS; kill++) acknowledged.push(...(await runAndKill(file)))
  const store = open(file)
  const present = new Set(
    ['things', 'moves'].flatMap((name) => store.find(name, {}, 10_000_000)).map(({ _id }) => String(_id)),
  )
  const lost = acknowledged.filter((id) => !present.has(id))
  const balances = new Map(
    store.find('accounts', {}, 100).map(({ _id, balance }) => [_id, balance as number]),
  )
  for (const { from, to, amount } of store.find('moves', {}, 10_000_000) as {
    from: string
    to: string
    amount: number
  }[]) {
    balances.set(from, (balances.get(from) ?? 0) + amount)
    balances.set(to, (balances.get(to) ?? 0) - amount)
  }
  store.close()
  expect(acknowledged.length).toBeGreaterThan(KILLS)
  expect(lost).toEqual([])
  // With every move taken back, each account has what it began with.
  expect([...balances.values()]).toEqual(Array(ACCOUNTS).fill(EACH))
}, 600_000)

describe('a file that cannot be trusted is refused in a sentence', () => {
  const fresh = (name: string): string => {
    const file = join(dir, name)
    const store = open(file)
    store.insertMany(
      'things',
      Array.from({ length: 2000 }, (_, n) => ({ n, text: '字'.repeat(50) })),
    )
    store.close()
    return file
  }

  test('what is no database', () => {
    const file = join(dir, 'text.sqlite')
    writeFileSync(file, 'not a database at all, but long enough to be looked at as one'.repeat(10))
    expect(() => open(file)).toThrow(Unusable)
  })

  test('another program’s database', () => {
    const file = join(dir, 'foreign.sqlite')
    const foreign = new Database(file)
    foreign.exec('CREATE TABLE songs (name TEXT)')
    foreign.close()
    expect(() => open(file)).toThrow('is not a database of the local cloud')
  })

  test('one of another version', () => {
    const file = fresh('version.sqlite')
    const other = new Database(file)
    other.exec('PRAGMA user_version=1')
    other.close()
    expect(() => open(file)).toThrow('another version')
  })

  test('one that was cut short, or overwritten in the middle', () => {
    const cut = fresh('cut.sqlite')
    truncateSync(cut, 100_000)
    expect(() => open(cut)).toThrow('damaged')
    const holed = fresh('holed.sqlite')
    const bytes = readFileSync(holed)
    bytes.fill(0x55, 8192, 40_000)
    writeFileSync(holed, bytes)
    expect(() => open(holed)).toThrow(Unusable)
  })
})

test('a full disk fails the write with a code, loses nothing, and goes on once there is room', async () => {
  const file = join(dir, 'full.sqlite')
  const small = openStore({ file, schema, maxPages: 60 })
  const add = (store: Store, n: number) =>
    store.handle('database.insertDocument', {
      collectionName: 'things',
      data: [JSON.stringify({ n, text: 'x'.repeat(1000) })],
    })
  let kept = 0
  let answer = await add(small, 0)
  for (; 'data' in answer && kept < 1000; answer = await add(small, kept)) kept++
  expect(answer).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('full') })
  expect(kept).toBeGreaterThan(10)
  expect(small.find('things', {}, 1000)).toHaveLength(kept)
  small.close()
  const roomy = open(file)
  expect(roomy.find('things', {}, 1000)).toHaveLength(kept)
  expect(await add(roomy, kept)).toHaveProperty('data')
  roomy.close()
})
