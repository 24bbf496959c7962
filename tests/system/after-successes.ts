import type { OperationName } from '../../contract'
import type { Outputs, Success } from './successes'

const numbered = (number: string | undefined) => ({ number: number ?? 'none was issued' })
const firstCertificate = (before: Outputs) =>
  numbered(before['training.certificates']?.certificates[0]?.number)
const lastIssued = (before: Outputs) => numbered(before['training.issued']?.certificates.at(-1)?.number)

type After =
  | 'certificates'
  | 'certificate'
  | 'certificatePdf'
  | 'verifyCertificate'
  | 'issued'
  | 'revokeCertificate'

/** What follows a class, each building on those before it. */
export const AFTER_SUCCESSES: { [N in Extract<OperationName, `training.${After}`>]: Success<N> } = {
  'training.certificates': { openid: 'demo-villager', input: () => ({}) },
  'training.certificate': { openid: 'demo-villager', input: firstCertificate },
  'training.certificatePdf': { openid: 'demo-villager', input: firstCertificate },
  'training.verifyCertificate': { openid: 'nobody-at-all', input: firstCertificate },
  'training.issued': { openid: 'demo-bureau', input: () => ({ classId: 'class-past-1' }) },
  // With another to be issued: it costs most.
  'training.revokeCertificate': {
    openid: 'demo-bureau',
    input: (before) => ({ ...lastIssued(before), reason: '写错了名字', again: true }),
  },
}
