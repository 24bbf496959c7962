// What the codes on screens say: plain text of ours, so that a phone reads them without a network.

const TEACHER = 'KJQD1'
const PERSON = 'KJRM1'

/** A code that was scanned: the teacher's, which changes, or a person's own. */
export type Scanned =
  | { of: 'class'; classId: string; session: string; code: string }
  | { of: 'person'; classId: string; personId: string; code: string }

export const classScan = (classId: string, session: string, code: string): string =>
  [TEACHER, classId, session, code].join('.')
export const personScan = (classId: string, personId: string, code: string): string =>
  [PERSON, classId, personId, code].join('.')

/** Reads a code; undefined for any other that somebody may hold before the camera. */
export function readScan(text: string): Scanned | undefined {
  const [mark, classId, who, code, more] = text.trim().split('.')
  if (!classId || !who || !code || more !== undefined) return undefined
  if (mark === TEACHER) return { of: 'class', classId, session: who, code }
  if (mark === PERSON) return { of: 'person', classId, personId: who, code }
  return undefined
}
