import type { OperationName } from '../../contract'
import { begunWith } from './certificate-class'
import type { Outputs, Success } from './successes'

const numbered = (number: string | undefined) => ({ number: number ?? 'none was issued' })
const firstCertificate = (before: Outputs) =>
  numbered(before['training.certificates']?.certificates[0]?.number)
const lastIssued = (before: Outputs) => numbered(before['training.issued']?.certificates.at(-1)?.number)

type Certificates =
  | 'certificates'
  | 'certificate'
  | 'certificatePdf'
  | 'verifyCertificate'
  | 'issued'
  | 'revokeCertificate'
type Rest = 'afterClass' | 'rate' | 'ratings' | 'signInSheet' | 'rosterSheet' | 'classCode'

const RATED = 'class-rated'

/** What follows a class, each building on those before it. */
export const AFTER_SUCCESSES: {
  [N in Extract<OperationName, `training.${Certificates | Rest}`>]: Success<N>
} = {
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
  'training.rate': {
    openid: 'demo-villager-16',
    input: (_, cloud) => ({
      classId: begunWith(cloud, { 'person-16-1': 'attended' }, { _id: RATED, state: 'finished' }),
      stars: 4,
      words: '讲得明白',
    }),
  },
  'training.afterClass': { openid: 'demo-villager-16', input: () => ({ classId: RATED }) },
  'training.ratings': { openid: 'demo-bureau', input: () => ({ classId: RATED }) },
  'training.signInSheet': {
    openid: 'demo-bureau',
    input: () => ({ classId: RATED, session: 's1', format: 'word' }),
  },
  'training.rosterSheet': { openid: 'demo-expert', input: () => ({ classId: RATED, format: 'excel' }) },
  'training.classCode': { openid: 'demo-villager', input: () => ({ classId: 'class-open-3' }) },
}
