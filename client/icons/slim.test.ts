import fc from 'fast-check'
import { slimBody, slimPath } from './slim'

test('a long path of relative lines never drifts further than one rounding', () => {
  const step = fc.tuple(
    fc.double({ min: -9, max: 9, noNaN: true }),
    fc.double({ min: -9, max: 9, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 200 }), (steps) => {
      const sent = steps.map(([x, y]) => [Number(x.toFixed(3)), Number(y.toFixed(3))] as const)
      const slim = slimPath(`M0 0${sent.map(([x, y]) => `l${x} ${y}`).join('')}`, 1)
      const got = slim.split('l').slice(1)
      let [x, y, slimX, slimY] = [0, 0, 0, 0]
      sent.forEach(([dx, dy], n) => {
        const [moveX = 0, moveY = 0] = (got[n]?.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
        x += dx
        y += dy
        slimX += moveX
        slimY += moveY
        expect(Math.abs(x - slimX)).toBeLessThan(0.0501)
        expect(Math.abs(y - slimY)).toBeLessThan(0.0501)
      })
    }),
  )
})

test.each([
  ['an absolute path is only rounded', 'M12.122 5.389L.044-.96', 1, 'M12.1 5.4L0-1'],
  ['no zero and no space that nobody needs', 'm0.54 -0.51 0.5 0.5', 2, 'm.54-.51.5.5'],
  ['the flags of an arc may stick together', 'M9 9a8.04 8.04 0 01-16.2.36', 0, 'M9 9a8 8 0 0 1-16 0'],
  ['a closed shape begins again where it began', 'M1.4 0h2.4zm1.4 0h1', 0, 'M1 0h3zm2 0h1'],
])('%s', (_, path, digits, slim) => {
  expect(slimPath(path, digits)).toBe(slim)
})

test('a group that says nothing is taken off; one that colours its shapes stays', () => {
  const shape = '<path fill="#fff" fill-rule="evenodd" d="M1.23 4" clip-rule="evenodd"/>'
  expect(slimBody(`<g fill="none">${shape}</g>`, 1)).toBe(
    '<path fill="#fff" fill-rule="evenodd" d="M1.2 4"/>',
  )
  expect(slimBody('<g fill="none"><path stroke="red" d="M1 4"/></g>', 1)).toContain('<g fill="none">')
})
