import { directoryOf, numberOf, oneOf, optionsOf, portOf } from './options'

test('an option nobody knows is told with those there are, in one sentence', () => {
  const asked = () => optionsOf({ port: { type: 'string' }, fresh: { type: 'boolean' } }, ['--nope'])
  expect(asked).toThrow(/^Unknown option '--nope'; there are --port, --fresh$/)
})

test.each(['abc', '70000', '-1', '1.5', ''])('%j is no port', (value) => {
  expect(() => portOf(value)).toThrow('a whole number from 0 to 65535')
})

test('numbers, words and directories are taken or told', () => {
  expect(portOf('0')).toBe(0)
  expect(portOf(undefined)).toBeUndefined()
  expect(numberOf('concurrency', '20', 1)).toBe(20)
  expect(() => numberOf('concurrency', '0', 1)).toThrow('--concurrency 0')
  expect(oneOf('seed', 'none', ['demo', 'none'])).toBe('none')
  expect(() => oneOf('seed', '', ['demo', 'none'])).toThrow('demo or none')
  expect(() => directoryOf('README.md')).toThrow('this is a file')
  expect(directoryOf('.data')).toBe('.data')
})
