import type { CertificateDocument } from '../cloudfunctions/areas/training/certificate/documents'
import { certificateFor } from '../cloudfunctions/areas/training/certificate/rules'
import type { EnrolmentDocument, TrainingClass } from '../cloudfunctions/areas/training/documents'
import { checkDigit } from '../contract/training/certificate-number'
import { COUNTY_NAME } from './people'

/** Apart from each other, as if by chance. */
const numberOf = (n: number): string => {
  const digits = String(48_217_730_915 + n * 301_999_077)
  return digits + checkDigit(digits)
}

/** Everybody who attended a class has its certificate, a day after it ended; their rows say so. */
export function makeCertificates(training: TrainingClass, rows: EnrolmentDocument[]): CertificateDocument[] {
  const issuedAt = new Date(Date.parse(training.endsAt) + 24 * 60 * 60_000)
  return rows
    .filter(({ classId, state }) => classId === training._id && state === 'attended')
    .map((row, n) => {
      row.certificate = numberOf(n)
      return certificateFor(row.certificate, training, row, undefined, `${COUNTY_NAME}科技局`, issuedAt)
    })
}
