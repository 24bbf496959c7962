import { ERRORS } from '../../../contract/errors'
import { recordVerdict } from '../../areas/photo/verdict'
import { cloud } from '../../platform/cloud'
import { fromMiniProgram } from '../../platform/source'

/** Receives what WeChat pushes; a mini-program's own call is refused. */
export const main = async (event: unknown) => {
  if (fromMiniProgram(cloud.getWXContext()))
    return { ok: false, error: { code: 'FORBIDDEN', message: ERRORS.FORBIDDEN } }
  await recordVerdict(event, new Date())
  // WeChat takes this word as "received".
  return 'success'
}
