import { randomInt } from 'node:crypto'
import { CERTIFICATE_DIGITS, checkDigit } from '../../../../contract/training/certificate-number'

const LEAST = 10 ** (CERTIFICATE_DIGITS - 2)

/** A number by chance, of 9·10¹⁰: who tries one of them finds a certificate of a county's in a million tries or so. */
export function newNumber(): string {
  const digits = String(randomInt(LEAST, LEAST * 10))
  return digits + checkDigit(digits)
}
