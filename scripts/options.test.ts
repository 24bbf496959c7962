import { spawnSync } from 'node:child_process'
import { count, directory, oneOf, optionsOf, port } from './options'

const OPTIONS = { port: { type: 'string' }, fresh: { type: 'boolean' } } as const

test('options that are right are as they were written', () => {
  expect(optionsOf('npm start', OPTIONS, ['--port', '0', '--fresh'])).toEqual({ port: '0', fresh: true })
  expect([port('0'), port('65535'), port(undefined)]).toEqual([0, 65_535, undefined])
  expect([count('queue', '20'), count('queue', undefined)]).toEqual([20, undefined])
  expect(oneOf('seed', 'none', ['demo', 'none'])).toBe('none')
  expect(directory('data', 'scripts/not/there/yet')).toBe('scripts/not/there/yet')
})

test.each([[['--nope']], [['--port']], [['--fresh=yes']], [['letter']], [['--port', '--fresh']]])(
  '%j is told in one sentence that names what there is',
  (args) => {
    const said = () => optionsOf('npm start', OPTIONS, args)
    expect(said).toThrow(/^[^\n]+; npm start takes --port, --fresh$/)
  },
)

test('numbers, choices and directories that are none are told by their option', () => {
  for (const wrong of ['abc', '70000', '-1', '1.5', '', '0x10', ' 80'])
    expect(() => port(wrong)).toThrow(`--port ${wrong}: a port is a number from 0`)
  for (const wrong of ['x', '0', '-1', '1e3', ''])
    expect(() => count('concurrency', wrong)).toThrow(`--concurrency ${wrong}: a whole number from 1`)
  expect(() => oneOf('seed', 'foo', ['demo', 'none'])).toThrow('--seed foo: it is demo or none')
  for (const wrong of ['README.md', 'README.md/below'])
    expect(() => directory('data', wrong)).toThrow(/^--data .+README\.md is a file, not a directory$/)
})

test.each([
  ['emulator.ts', '--nope', "Unknown option '--nope'; npm run emulator takes --port"],
  ['emulator.ts', '--seed=foo', '--seed foo: it is demo or none'],
  ['emulator.ts', '--concurrency=x', '--concurrency x: a whole number from 1'],
  ['emulator.ts', '--port=70000', '--port 70000: a port is a number'],
  ['emulator.ts', '--data=README.md', 'is a file, not a directory'],
  ['emulator.ts', '--functions=nowhere', '--functions nowhere: there is no such directory'],
  ['emulator.ts', '--functions=client --schema=README.md', '--schema README.md: no JSON'],
  ['start.ts', '--help', "Unknown option '--help'; npm start takes --port, --data, --fresh"],
  ['screens/index.ts', '--help', "Unknown option '--help'; npm run screens takes --only"],
])('%s %s ends at once with one line and 1', (script, args, sentence) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `scripts/${script}`, ...args.split(' ')],
    { encoding: 'utf8', timeout: 60_000 },
  )
  expect(stderr).toContain(sentence)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stdout).toBe('')
  expect(status).toBe(1)
})
