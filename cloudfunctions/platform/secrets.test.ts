import { configuration } from './configuration'
import { keyedHash, seal, unseal } from './secrets'

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const configured = (keys: string) =>
  configuration({ UPLOAD_KEY: '0123456789abcdef', IDENTITY_KEYS: keys, IDENTITY_HASH_KEY: 'x'.repeat(32) })
const old = configured(`2025:${key(1)}`)
const both = configured(`2026:${key(2)},2025:${key(1)}`)

test('what is sealed is opened again, also after a new key came before it', () => {
  const sealed = seal('11010519491231002X', 'person-1', old)
  expect(sealed.sealed).not.toContain('1101')
  expect(unseal(sealed, 'person-1', both)).toBe('11010519491231002X')
  expect(seal('x', 'person-1', both).key).toBe('2026')
})

test('the same text sealed twice looks different', () => {
  expect(seal('x', 'p', old).sealed).not.toBe(seal('x', 'p', old).sealed)
})

test('moved to somebody else, changed, or without its key, it cannot be opened', () => {
  const sealed = seal('x', 'person-1', both)
  expect(() => unseal(sealed, 'person-2', both)).toThrow()
  expect(() => unseal({ ...sealed, sealed: `A${sealed.sealed.slice(1)}` }, 'person-1', both)).toThrow()
  expect(() => unseal(sealed, 'person-1', old)).toThrow(/not in IDENTITY_KEYS/)
})

test('a hash can be looked up and depends on its key', () => {
  expect(keyedHash('x', old)).toBe(keyedHash('x', both))
  expect(keyedHash('x', { ...old, identityHashKey: 'y'.repeat(32) })).not.toBe(keyedHash('x', old))
})

test.each(['2026', `2026:${Buffer.alloc(16).toString('base64')}`, ':abc', '2026:***'])(
  'a key that is none is named: %s',
  (keys) => expect(() => configured(keys)).toThrow(/IDENTITY_KEYS/),
)
