import { idsOf } from '../../../platform/context'
import { collection, command, oneOf, rows } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { fromCursor, PAGE, page } from '../../../platform/paging'
import type { CertificateDocument } from './documents'
import { presentCertificate } from './rules'

/** One round trip, latest first. */
export const certificates: Handler<'training.certificates'> = async ({ cursor }, { subject }) => {
  const after = cursor === undefined ? undefined : fromCursor(cursor)
  const base = { personId: oneOf(idsOf(subject)) }
  const where = after
    ? command.and([
        base,
        command.or([
          { issuedAt: command.lt(after.value) },
          { issuedAt: after.value, _id: command.lt(after.id) },
        ]),
      ])
    : base
  const query = collection('certificates').where(where).orderBy('issuedAt', 'desc').orderBy('_id', 'desc')
  const found = page(await rows<CertificateDocument>(query.limit(PAGE + 1)), PAGE, (each) => ({
    value: each.issuedAt,
    id: each._id,
  }))
  return { name: subject.name, certificates: found.rows.map(presentCertificate), next: found.next }
}
