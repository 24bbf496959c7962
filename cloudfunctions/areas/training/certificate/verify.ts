import { read } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { Refused } from '../../../platform/refusal'
import type { CertificateDocument } from './documents'
import { maskedName } from './mask'
import { presentCertificate } from './rules'

/** One round trip. */
export const verifyCertificate: Handler<'training.verifyCertificate'> = async ({ number }) => {
  const found = await read<CertificateDocument>('certificates', number)
  if (!found) throw new Refused('NO_SUCH_CERTIFICATE')
  return { ...presentCertificate(found), maskedName: maskedName(found.name) }
}
