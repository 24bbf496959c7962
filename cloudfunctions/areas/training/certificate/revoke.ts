import type { Thing } from '../../../../contract/audit'
import { dayOf } from '../../../../contract/time'
import { checkText } from '../../../platform/content'
import { holdsOver } from '../../../platform/context'
import { command } from '../../../platform/database'
import type { Handler } from '../../../platform/dispatch'
import { Refused } from '../../../platform/refusal'
import type { CertificateDocument } from './documents'

/** Six round trips, eight where another is to be issued. */
export const revokeCertificate: Handler<'training.revokeCertificate'> = async (input, context) => {
  const { number, reason, again } = input
  const { account, openid, now } = context
  await checkText(openid, reason)
  const about: Thing[] = []
  return context.once(
    async (transaction) => {
      const certificate = await transaction.get<CertificateDocument>('certificates', number)
      if (!certificate || !holdsOver(account, 'bureau', certificate.region)) throw new Refused('NOT_FOUND')
      if (certificate.revoked) throw new Refused('CERTIFICATE_REVOKED')
      about.splice(0, about.length, {
        kind: 'person',
        id: certificate.personId,
        name: certificate.name,
        place: certificate.region,
      })
      const at = now.toISOString()
      await transaction.update('certificates', number, {
        revoked: { at, reason, by: { personId: account.personId, name: account.name } },
      })
      if (again) {
        await transaction.update('enrolments', certificate.enrolmentId, { certificate: command.remove() })
        await transaction.update('classes', certificate.classId, { toCertify: at })
      }
      return { number, on: dayOf(at) }
    },
    undefined,
    { about, reason },
  )
}
