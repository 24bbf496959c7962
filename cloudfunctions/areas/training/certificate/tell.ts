import { CERTIFICATE_TITLES } from '../../../../contract/training/certificate-words'
import type { Notice } from '../../notification/notify'
import type { CertificateDocument } from './documents'

/** In the inbox: there is time to look at it. */
export const certificateNotice = (
  { _id, title, kind }: Pick<CertificateDocument, '_id' | 'title' | 'kind'>,
  to: Notice['to'],
): Notice => ({
  event: `certificate:${_id}`,
  to,
  title: `${CERTIFICATE_TITLES[kind]}发下来了：${title}`,
  text: '点开可以看证书、存到相册，也可以下载打印。',
  page: `/training-after/certificate/index?number=${_id}`,
})
