import fc from 'fast-check'
import { birthdayOf, isIdentityNumber, maskedNumber, maskedPhone } from './identity-number'

const TODAY = '2026-11-24'
/** The example of the standard GB 11643. */
const EXAMPLE = '11010519491231002X'

test('the example of the standard is one, and its birthday is read', () => {
  expect(isIdentityNumber(EXAMPLE, TODAY)).toBe(true)
  expect(birthdayOf(EXAMPLE)).toBe('1949-12-31')
})

test('one wrong digit is always found', () => {
  fc.assert(
    fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (place, by) => {
      const digit = (Number(EXAMPLE[place]) + by) % 10
      expect(isIdentityNumber(EXAMPLE.slice(0, place) + digit + EXAMPLE.slice(place + 1), TODAY)).toBe(false)
    }),
  )
})

test.each([
  ['a day that is not', '110105194902310026'],
  ['a day to come', '110105203001010027'],
  ['a small x', EXAMPLE.toLowerCase()],
  ['fifteen places', '110105491231002'],
  ['what Excel makes of it', '1.10105E+17'],
])('%s is none', (_, text) => expect(isIdentityNumber(text, TODAY)).toBe(false))

test('masked, neither tells who it is', () => {
  expect(maskedNumber(EXAMPLE)).toBe('110105**********2X')
  expect(maskedPhone('13800001234')).toBe('138****1234')
})
