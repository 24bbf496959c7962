import type { Document } from '../types'
import { parse, stringify } from '../values'

/** A document as text: as it goes over the wire, so that what is only read is never taken apart. */
export const bodyOf = (document: Document): string => stringify(document)

export const parseBody = (body: string): Document => parse(body, 0)

const MOST_DOCUMENTS = 20_000
const BIGGEST = 64 * 1024

/** Documents read lately, by where they lie; one whose text has changed is parsed anew. Nobody may change them. */
export function makeReader() {
  const known = new Map<string, { body: string; document: Document }>()
  return (place: string, body: string): Document => {
    const before = known.get(place)
    if (before?.body === body) return before.document
    const document = parseBody(body)
    if (body.length <= BIGGEST) {
      known.delete(place)
      known.set(place, { body, document })
      if (known.size > MOST_DOCUMENTS) known.delete(known.keys().next().value as string)
    }
    return document
  }
}
export type Reader = ReturnType<typeof makeReader>
