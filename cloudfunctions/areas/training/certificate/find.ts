import { idsOf, type KnownContext } from '../../../platform/context'
import { read } from '../../../platform/database'
import { Refused } from '../../../platform/refusal'
import type { CertificateDocument } from './documents'

/** A certificate of whom the call is about; somebody else's and none at all look the same. One round trip. */
export async function theirCertificate(
  number: string,
  { subject }: Pick<KnownContext, 'subject'>,
): Promise<CertificateDocument> {
  const certificate = await read<CertificateDocument>('certificates', number)
  if (!certificate || !idsOf(subject).includes(certificate.personId)) throw new Refused('NOT_FOUND')
  return certificate
}
