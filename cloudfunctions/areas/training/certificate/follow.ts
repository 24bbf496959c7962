import { CERTIFICATE_TITLES } from '../../../../contract/training/certificate-words'
import { collection, command } from '../../../platform/database'
import { notify } from '../../notification/notify'
import type { Person } from '../../registry/documents'
import type { EnrolmentDocument, TrainingClass } from '../documents'
import { type JobContext, step } from '../jobs/context'
import { relayOf } from '../tell-others/relay'
import { removed } from '../write'
import type { CertificateDocument } from './documents'
import { earned } from './rules'
import { holder, voidNotice } from './tell'

const TAKEN_BACK = '签到更正，没有到课'
const TOO_FEW = '签到更正，到课次数不够'

/**
 * Rows whose attendance has changed: where too little of it is left, the certificate is void; where it came late, their class is
 * looked at again, if it is over. Done twice it changes nothing.
 */
export async function followAttendance(
  rows: readonly EnrolmentDocument[],
  context: JobContext,
): Promise<void> {
  const due = rows.filter(({ state, certificate }) => state === 'attended' && !certificate)
  if (due.length > 0)
    await collection('classes')
      .where({
        _id: command.in([...new Set(due.map(({ classId }) => classId))]),
        state: 'finished',
        kind: command.in(Object.keys(CERTIFICATE_TITLES)),
      })
      .update({ data: { toCertify: context.now.toISOString() } })
  for (const row of rows) if (row.certificate) await takeBack(row._id, context)
}

const takeBack = (rowId: string, context: JobContext): Promise<void> =>
  step(async (transaction) => {
    const row = await transaction.get<EnrolmentDocument>('enrolments', rowId)
    const training = row?.certificate && (await transaction.get<TrainingClass>('classes', row.classId))
    if (!training || !row.certificate || earned(row, training)) return
    const certificate = await transaction.get<CertificateDocument>('certificates', row.certificate)
    // Voided for good by the bureau: were the number gone, a later correction would give another.
    if (!certificate || certificate.revoked) return
    const reason = row.state === 'attended' ? TOO_FEW : TAKEN_BACK
    const person = await transaction.get<Person>('people', certificate.personId)
    const notice = voidNotice(certificate, holder(certificate, person), reason, 'corrected')
    await transaction.update('certificates', certificate._id, {
      revoked: { at: context.now.toISOString(), reason },
    })
    await transaction.update(
      'enrolments',
      rowId,
      removed({ certificate: undefined, ...relayOf(notice, context.now) }),
    )
    await notify(transaction, context, notice)
  })
