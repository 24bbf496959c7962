import type { Thing } from '../../../../contract/audit'
import { dayOf } from '../../../../contract/time'
import { checkText } from '../../../platform/content'
import { type Context, holdsOver } from '../../../platform/context'
import { command, type Transaction } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { Refused } from '../../../platform/refusal'
import { notify } from '../../notification/notify'
import type { Person } from '../../registry/documents'
import type { EnrolmentDocument, TrainingClass } from '../documents'
import { relayOf } from '../tell-others/relay'
import { removed } from '../write'
import type { CertificateDocument } from './documents'
import { certifies, earned, mayReissue } from './rules'
import { holder, voidNotice } from './tell'

/** Nine round trips; ten where another is to be issued, at once or in place of one that was voided before. */
export const revokeCertificate: Handler<'training.revokeCertificate'> = async (input, context) => {
  const { number, reason, again } = input
  const { account, openid, now } = context
  await checkText(openid, reason)
  const about: Thing[] = []
  return context.once(
    async (transaction) => {
      const certificate = await transaction.get<CertificateDocument>('certificates', number)
      if (!certificate || !holdsOver(account, 'bureau', certificate.region)) throw new Refused('NOT_FOUND')
      about.splice(0, about.length, {
        kind: 'person',
        id: certificate.personId,
        name: certificate.name,
        place: certificate.region,
      })
      if (certificate.revoked) await reissue(transaction, certificate, again)
      else {
        const by = { personId: account.personId, name: account.name }
        await makeVoid(transaction, certificate, { at: now.toISOString(), reason, by }, again, context)
      }
      if (again) await transaction.update('classes', certificate.classId, { toCertify: now.toISOString() })
      return { number, on: dayOf(certificate.revoked?.at ?? now.toISOString()) }
    },
    undefined,
    { about, reason },
  )
}

/** Four round trips. The row keeps the number of one that is void for good: nothing is due then. */
async function makeVoid(
  transaction: Transaction,
  certificate: CertificateDocument,
  revoked: NonNullable<CertificateDocument['revoked']>,
  again: boolean,
  context: Pick<Context, 'now' | 'configuration'>,
): Promise<void> {
  const { _id, enrolmentId, personId } = certificate
  const person = await transaction.get<Person>('people', personId)
  const notice = voidNotice(
    certificate,
    holder(certificate, person),
    revoked.reason,
    again ? 'again' : 'final',
  )
  await transaction.update('certificates', _id, {
    revoked: { ...revoked, ...(again ? { again: true } : {}) },
  })
  await transaction.update(
    'enrolments',
    enrolmentId,
    removed({
      ...(again ? { certificate: undefined } : { certificateVoid: true }),
      ...relayOf(notice, context.now),
    }),
  )
  await notify(transaction, context, notice)
}

/** The bureau takes its word back: another is due, if it is earned. Four round trips. */
async function reissue(
  transaction: Transaction,
  certificate: CertificateDocument,
  again: boolean,
): Promise<void> {
  const { _id, enrolmentId, classId, revoked } = certificate
  if (!again || !mayReissue(certificate))
    throw new Refused('CERTIFICATE_REVOKED', '这张证书已经作废了，不用再作废。请返回看看。')
  const row = await transaction.get<EnrolmentDocument>('enrolments', enrolmentId)
  const training = await transaction.get<TrainingClass>('classes', classId)
  if (!row || !training || !certifies(training) || !earned(row, training))
    throw new Refused('CERTIFICATE_NOT_EARNED')
  await transaction.update('certificates', _id, { revoked: { ...revoked, again: true } })
  await transaction.update('enrolments', enrolmentId, {
    certificate: command.remove(),
    certificateVoid: command.remove(),
  })
}
