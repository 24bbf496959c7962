import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callerAt } from '../../scripts/screens/scene'

const scratch = mkdtempSync(join(tmpdir(), 'start-'))
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(scratch, { recursive: true, force: true })
})

interface Started {
  child: ChildProcess
  output(): string
  /** Its exit code, when it ends. */
  ended: Promise<number | null>
  url: string
}

/** `npm start` as its own process, until it prints its address or ends. */
async function npmStart(...args: string[]): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let said = ''
  const ended = new Promise<number | null>((end) =>
    child.on('exit', (code) => {
      running.delete(child)
      end(code)
    }),
  )
  const url = await new Promise<string>((ready) => {
    const hear = (chunk: Buffer) => {
      said += chunk
      const [, address] = /→ (http:\/\/\S+)\n/.exec(said) ?? []
      if (address) ready(address)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('close', () => ready(''))
  })
  return { child, output: () => said, ended, url }
}

async function stop({ child, ended }: Started): Promise<number | null> {
  child.kill('SIGTERM')
  return ended
}

/** Somebody else's program on a port. */
const occupy = (port: number) =>
  new Promise<Server | undefined>((ready) => {
    const server = createServer()
    server.on('error', () => ready(undefined))
    server.listen(port, '127.0.0.1', () => ready(server))
  })
const free = (server: Server | undefined) => new Promise((done) => (server ? server.close(done) : done(0)))

test('starts, ends when told, and starts again without building: what happened is still there, until --fresh', async () => {
  const data = join(scratch, 'data')
  const first = await npmStart('--port', '0', '--data', data)
  expect(first.output()).toMatch(/dist\/h5: (built|unchanged)/)
  const stage = await fetch(first.url)
  expect(await stage.text()).toContain('换个人')
  expect((await fetch(`${first.url}/app/`)).headers.get('content-type')).toContain('text/html')
  await callerAt(first.url)('demo-villager-2', 'training.enrol', { classId: 'class-open-3' })
  expect(await stop(first)).toBe(0)

  const second = await npmStart('--port', '0', '--data', data)
  expect(second.output()).toContain('dist/h5: unchanged')
  expect(second.output()).toContain('dist/cloudfunctions: unchanged')
  const enrolled = async (url: string) =>
    (await callerAt(url)('demo-villager-2', 'training.get', { classId: 'class-open-3' })).enrolled
  expect(await enrolled(second.url)).toBe(true)

  const rival = await npmStart('--port', '0', '--data', data, '--fresh')
  expect(await rival.ended).toBe(1)
  expect(rival.output()).toMatch(/is in use by another local cloud/)
  expect(await enrolled(second.url)).toBe(true)
  expect(await stop(second)).toBe(0)

  const fresh = await npmStart('--port', '0', '--data', data, '--fresh')
  expect(await enrolled(fresh.url)).toBe(false)
  expect(await stop(fresh)).toBe(0)
}, 300_000)

test('a port that was asked for and is taken gets a sentence; the usual one is exchanged for another', async () => {
  const other = await occupy(0)
  const { port } = other!.address() as { port: number }
  const refused = await npmStart('--port', String(port), '--data', join(scratch, 'taken'))
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toContain(`port ${port} is taken by another program; choose another one`)
  await free(other)

  // Where the usual port cannot be taken here, somebody else already has.
  const usual = await occupy(9321)
  const started = await npmStart('--data', join(scratch, 'usual'))
  await free(usual)
  expect(started.output()).toContain('port 9321 is taken, using another')
  expect((await fetch(started.url)).status).toBe(200)
  expect(await stop(started)).toBe(0)
}, 300_000)

test('--fresh deletes nothing that is not a local cloud’s, and a port that is none is told', async () => {
  const dir = mkdtempSync(join(scratch, 'letters-'))
  writeFileSync(join(dir, 'letter.txt'), 'keep me')
  const refused = await npmStart('--port', '0', '--data', dir, '--fresh')
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toContain('nothing was deleted')
  const wrong = await npmStart('--port', 'http')
  expect(await wrong.ended).toBe(1)
  expect(wrong.output()).toContain('--port http: a port is a number')
}, 120_000)
