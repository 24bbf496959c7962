import { dayOf } from '../../../../contract/time'
import { sessionsNeeded } from '../../../../contract/training/certificate-words'
import { recordLook } from '../../../platform/audit'
import { holdsOver } from '../../../platform/context'
import { collection, command, read, rows } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { fromCursor, page } from '../../../platform/paging'
import { Refused } from '../../../platform/refusal'
import { aboutClass } from '../change-class'
import type { TrainingClass } from '../documents'
import type { CertificateDocument } from './documents'
import { mayReissue, presentRevoked } from './rules'

const ROWS = 60

/** Three round trips: the class, a page of its certificates, and the record that somebody looked. */
export const issued: Handler<'training.issued'> = async ({ classId, cursor }, context) => {
  const training = await read<TrainingClass>('classes', classId)
  if (!training || !holdsOver(context.account, 'bureau', training.region || undefined))
    throw new Refused('NOT_FOUND')
  const beyond = cursor === undefined ? {} : { _id: command.gt(fromCursor(cursor).id) }
  const query = collection('certificates')
    .where({ classId, ...beyond })
    .orderBy('_id', 'asc')
  const [found] = await Promise.all([
    rows<CertificateDocument>(query.limit(ROWS + 1)),
    recordLook(context, aboutClass(training)),
  ])
  const shown = page(found, ROWS, ({ _id }) => ({ value: '', id: _id }))
  return {
    certificates: shown.rows.map((each) => ({
      number: each._id,
      name: each.name,
      villageName: each.villageName,
      issuedOn: dayOf(each.issuedAt),
      revoked: presentRevoked(each),
      mayReissue: mayReissue(each),
    })),
    due: training.toCertify !== undefined,
    needed: sessionsNeeded(training.sessions.length),
    next: shown.next,
  }
}
