import { TO_TELL } from './tell'

test('WeChat is asked about three kinds of message at most, each once', () => {
  for (const kinds of Object.values(TO_TELL)) {
    expect(kinds.length).toBeLessThanOrEqual(3)
    expect(new Set(kinds).size).toBe(kinds.length)
  }
})
