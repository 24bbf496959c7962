import { readFileSync } from 'node:fs'
import { VERIFY_PAGE } from '../../../../contract/pages'
import { codePicture } from '../../../platform/code-picture'
import type { Handler } from '../../../platform/dispatch'
import { Refused } from '../../../platform/refusal'
import { handOut } from '../../../platform/storage'
import { FONT } from '../../paper/font'
import { theirCertificate } from './find'
import { presentCertificate } from './rules'

/** Six round trips; the code from WeChat, and storage, beside them. Without the code there is no PDF: it is to be printed. */
export const certificatePdf: Handler<'training.certificatePdf'> = async ({ number }, context) => {
  const found = await theirCertificate(number, context)
  if (found.revoked) throw new Refused('CERTIFICATE_REVOKED')
  const picture = await codePicture({ scene: number, page: VERIFY_PAGE }, context.configuration)
  if (!picture) throw new Refused('BUSY')
  // Loaded when it is wanted: most calls of this function are about tables.
  const { drawCertificate } = await import('./draw')
  const bytes = await drawCertificate(
    { ...presentCertificate(found), name: found.name, picture: picture.bytes },
    readFileSync(FONT),
  )
  const url = await handOut(bytes, 'pdf', context.now)
  return context.once(async () => ({ url, name: `证书-${number}.pdf` }))
}
