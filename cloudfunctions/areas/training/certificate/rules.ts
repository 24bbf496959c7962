import { dayOf } from '../../../../contract/time'
import type { CertificateShown } from '../../../../contract/training/certificate'
import { CERTIFICATE_TITLES, sessionsNeeded } from '../../../../contract/training/certificate-words'
import type { Person } from '../../registry/documents'
import type { EnrolmentDocument, TrainingClass } from '../documents'
import type { CertificateDocument } from './documents'

/** Whether who attended a class gets a certificate: once it is over, unless it is of a kind that gives none. */
export const certifies = ({ kind, state }: Pick<TrainingClass, 'kind' | 'state'>): boolean =>
  state === 'finished' && CERTIFICATE_TITLES[kind] !== undefined

/** Whether who has a row of such a class was there often enough for its certificate; who attended was there once at least. */
export const earned = (
  { state, present = [] }: Pick<EnrolmentDocument, 'state' | 'present'>,
  { sessions }: Pick<TrainingClass, 'sessions'>,
): boolean => {
  const needed = sessionsNeeded(sessions.length)
  return state === 'attended' && (needed === 1 || present.length >= needed)
}

/** The mark on a class by which jobs looks whether somebody in it has no certificate yet. */
export const toCertify = (training: Pick<TrainingClass, 'kind' | 'state'>, now: Date) =>
  certifies(training) ? { toCertify: now.toISOString() } : {}

/** What is written for somebody who attended: their name as it is registered now, under whom they were merged into. */
export const certificateFor = (
  number: string,
  training: TrainingClass,
  row: EnrolmentDocument,
  person: Person | undefined,
  organiser: string,
  now: Date,
): CertificateDocument => ({
  _id: number,
  enrolmentId: row._id,
  classId: training._id,
  personId: person?.archived?.mergedInto ?? row.personId,
  name: person?.name ?? row.personName,
  villageName: row.villageName ?? '',
  title: training.title,
  kind: training.kind,
  from: dayOf(training.startsAt),
  until: dayOf(training.endsAt),
  days: training.days,
  place: training.place,
  region: training.region,
  organiser,
  issuedAt: now.toISOString(),
})

/** Whether the bureau may have another issued: of those it voided for good; what follows the attendance comes by itself. */
export const mayReissue = ({ revoked }: Pick<CertificateDocument, 'revoked'>): boolean =>
  revoked?.by !== undefined && !revoked.again

export const presentRevoked = ({ revoked }: CertificateDocument) =>
  revoked && { on: dayOf(revoked.at), reason: revoked.reason }

export const presentCertificate = (certificate: CertificateDocument): CertificateShown => ({
  number: certificate._id,
  title: certificate.title,
  kind: certificate.kind,
  from: certificate.from,
  until: certificate.until,
  days: certificate.days,
  place: certificate.place,
  organiser: certificate.organiser,
  issuedOn: dayOf(certificate.issuedAt),
  revoked: presentRevoked(certificate),
})
