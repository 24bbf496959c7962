import { VERIFY_PAGE } from '../../../../contract/pages'
import { codePicture, dataUrl } from '../../../platform/code-picture'
import type { Handler } from '../../../platform/dispatch'
import { theirCertificate } from './find'
import { presentCertificate } from './rules'

/** One round trip, and an exchange with WeChat for the code; without it the number alone is drawn. */
export const certificate: Handler<'training.certificate'> = async ({ number }, context) => {
  const found = await theirCertificate(number, context)
  const picture = await codePicture({ scene: number, page: VERIFY_PAGE }, context.configuration)
  return {
    ...presentCertificate(found),
    name: found.name,
    classId: found.classId,
    picture: picture && dataUrl(picture),
  }
}
