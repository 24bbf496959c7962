import { tellWhile } from './build'

afterEach(() => jest.useRealTimers())

test('a long build is heard of every ten seconds until it ends, a failed one too', async () => {
  jest.useFakeTimers()
  const lines: string[] = []
  const during = (work: Promise<unknown>) => tellWhile('building dist/h5', work, (line) => lines.push(line))
  const after = (ms: number) => new Promise((done) => setTimeout(done, ms))

  const long = during(after(25_000))
  await jest.advanceTimersByTimeAsync(60_000)
  await long
  expect(lines).toEqual(['still building dist/h5, 10 s', 'still building dist/h5, 20 s'])

  lines.length = 0
  await expect(during(Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await jest.advanceTimersByTimeAsync(60_000)
  expect(lines).toEqual([])
})
