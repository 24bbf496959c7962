import { CERTIFICATE_TITLES } from '../../../../contract/training/certificate-words'
import { field } from '../../notification/fields'
import type { Notice } from '../../notification/notify'
import type { Person } from '../../registry/documents'
import type { CertificateDocument } from './documents'

type Told = Pick<CertificateDocument, '_id' | 'enrolmentId' | 'title' | 'kind' | 'issuedAt'>

/** Whose it is, as they are reached now. */
export const holder = (
  { personId }: Pick<CertificateDocument, 'personId'>,
  person: Person | null | undefined,
) => ({
  id: personId,
  openid: person?.openid,
  village: person?.village,
})

export const certificateNotice = (
  { _id, enrolmentId, title, kind, issuedAt }: Told,
  to: Notice['to'],
): Notice => ({
  event: `certificate:${_id}`,
  to,
  row: enrolmentId,
  title: `${CERTIFICATE_TITLES[kind]}发下来了：${title}`,
  text: '点开可以看证书、存到相册，也可以下载打印。',
  page: `/training-after/certificate/index?number=${_id}`,
  template: {
    kind: 'certificate',
    values: {
      thing1: field.thing(title),
      thing2: field.thing(CERTIFICATE_TITLES[kind] ?? ''),
      time3: field.time(issuedAt),
      thing4: field.thing('点开看证书，可以存到相册'),
    },
  },
})

/** Why one is worth nothing any more, and what comes of it. No message on the phone: no template fits. */
export const voidNotice = (
  { _id, enrolmentId, title, kind }: Told,
  to: Notice['to'],
  reason: string,
  then: keyof typeof AFTER_VOID,
): Notice => ({
  event: `certificate-void:${_id}`,
  to,
  row: enrolmentId,
  title: `${CERTIFICATE_TITLES[kind]}作废了：${title}`,
  text: `原因：${reason}。${AFTER_VOID[then]}`,
  page: `/training-after/certificate/index?number=${_id}`,
})

const AFTER_VOID = {
  corrected: '有疑问请联系老师。',
  again: '会重新发一张，发了再通知您。',
  final: '有疑问请联系县科技局。',
} as const
