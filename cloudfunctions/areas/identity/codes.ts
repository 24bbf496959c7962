import { createHash, randomInt } from 'node:crypto'
import { CODE_ALPHABET, CODE_LENGTH } from '../../../contract/identity'

/** A code nobody can guess: 31⁶ of them, and ten tries an hour. */
export const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('')

/** Tells accounts apart on screen without naming them. */
export const accountLabel = (openid: string): string =>
  createHash('sha256').update(openid).digest('hex').slice(0, 6).toUpperCase()
