import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Configuration } from './configuration'

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Something sealed, and the name of the key that opens it. */
export interface Sealed {
  /** base64 of iv, tag and text. */
  sealed: string
  key: string
}

/** Seals a text with the newest key. `to` is what it belongs to (a person's id): moved elsewhere it cannot be opened. */
export function seal(text: string, to: string, { identityKeys }: Configuration): Sealed {
  const [newest] = identityKeys
  if (!newest) throw new Error('IDENTITY_KEYS must be set to seal an identity number')
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, newest.key, iv).setAAD(Buffer.from(to))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return { sealed: Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64'), key: newest.name }
}

/** Opens what `seal` sealed for the same thing; throws where the key is gone or anything was changed. */
export function unseal({ sealed, key }: Sealed, to: string, { identityKeys }: Configuration): string {
  const found = identityKeys.find(({ name }) => name === key)
  if (!found) throw new Error('the key that sealed this is not in IDENTITY_KEYS')
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv(ALGORITHM, found.key, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(to))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString()
}

/** A hash that can be looked up, and without the key not be tried out: there are few identity numbers. */
export const keyedHash = (text: string, { identityHashKey }: Configuration): string => {
  if (!identityHashKey) throw new Error('IDENTITY_HASH_KEY must be set to match identity numbers')
  return createHmac('sha256', identityHashKey).update(text).digest('hex')
}

/**
 * A key of its own for one purpose, made from the upload key: what is signed for one purpose says nothing for another, and a
 * county has one secret fewer to keep.
 */
export const keyFor = (purpose: string, { uploadKey }: Pick<Configuration, 'uploadKey'>): Buffer =>
  createHmac('sha256', uploadKey).update(`purpose:${purpose}`).digest()
