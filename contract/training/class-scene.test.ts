import fc from 'fast-check'
import { classOfScene, sceneOfClass } from './class-scene'

test('a class is found by its code, which has no more characters than WeChat allows', () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      const scene = sceneOfClass(`class-${uuid}`)!
      expect(scene).toMatch(/^[\w-]{1,32}$/)
      expect(classOfScene(scene)).toBe(`class-${uuid}`)
    }),
  )
  expect(classOfScene(sceneOfClass('class-open-3')!)).toBe('class-open-3')
})

test('anything else is no class, and one that cannot be named has no code', () => {
  for (const other of ['', 'u', 'uABC', 'ABCDEF', '482177309153', 'c', `c${'x'.repeat(32)}`, 'c<script>'])
    expect(classOfScene(other)).toBeUndefined()
  expect(sceneOfClass('x'.repeat(40))).toBeUndefined()
})
