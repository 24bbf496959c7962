import { ERRORS } from '../../../contract/errors'
import { recordVerdict } from '../../areas/photo/verdict'
import { cloud } from '../../platform/cloud'

/** Receives what WeChat pushes. A mini-program's own call carries an identity and is refused. */
export const main = async (event: unknown) => {
  if (cloud.getWXContext().OPENID)
    return { ok: false, error: { code: 'FORBIDDEN', message: ERRORS.FORBIDDEN } }
  await recordVerdict(event, new Date())
  // WeChat takes this word as "received".
  return 'success'
}
