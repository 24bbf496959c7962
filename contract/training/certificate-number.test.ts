import fc from 'fast-check'
import { checkDigit, isCertificateNumber, spacedNumber, typedNumber } from './certificate-number'

const number = fc
  .integer({ min: 10_000_000_000, max: 99_999_999_999 })
  .map((digits) => `${digits}${checkDigit(String(digits))}`)

test('one digit that was misread, and two neighbours that changed places, are always noticed', () => {
  fc.assert(
    fc.property(number, fc.nat(11), fc.integer({ min: 1, max: 9 }), (right, at, by) => {
      expect(isCertificateNumber(right)).toBe(true)
      const misread = `${right.slice(0, at)}${(Number(right[at]) + by) % 10}${right.slice(at + 1)}`
      expect(isCertificateNumber(misread)).toBe(false)
      const swapped = `${right.slice(0, at)}${right[at + 1] ?? ''}${right[at]}${right.slice(at + 2)}`
      expect(isCertificateNumber(swapped)).toBe(swapped === right)
    }),
  )
})

test('a number is understood as it is printed, and as people type it', () => {
  fc.assert(fc.property(number, (right) => typedNumber(spacedNumber(right)) === right))
  expect(typedNumber(' 4821－7730 ９１５３ ')).toBe('482177309153')
  for (const wrong of ['', '0', '12345', '48217730915', '4821773091530', '048217730915', 'abcdefghijkl'])
    expect(isCertificateNumber(wrong)).toBe(false)
})
