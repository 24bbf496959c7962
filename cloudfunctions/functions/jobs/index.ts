import { ERRORS } from '../../../contract/errors'
import { copyToAudit } from '../../areas/audit/copy'
import { tellOfficers } from '../../areas/dividend/tell-officers'
import { makeFirstAdmin } from '../../areas/identity/first-admin'
import { forgetTries } from '../../areas/identity/forget-tries'
import { resealNumbers } from '../../areas/identity/reseal'
import { tellInformants } from '../../areas/identity/tell-informants'
import { forgetImports } from '../../areas/import/forget'
import { deliver } from '../../areas/notification/deliver'
import { checkPhotos } from '../../areas/photo/check'
import { senderOf } from '../../areas/photo/sender'
import { followAll } from '../../areas/registry/follow'
import { settleLeaving } from '../../areas/registry/leaving'
import { renameAll } from '../../areas/registry/rename'
import { trainingJobs } from '../../areas/training/jobs'
import { cloud } from '../../platform/cloud'
import { configuration } from '../../platform/configuration'
import { forgetRequests } from '../../platform/forget'
import { forgetLimits } from '../../platform/limits'
import { forgetFiles } from '../../platform/storage'

/** What the timer does each minute. Anybody may call any function by name, so a call with an identity is refused. */
export const main = async () => {
  if (cloud.getWXContext().OPENID)
    return { ok: false, error: { code: 'FORBIDDEN', message: ERRORS.FORBIDDEN } }
  const now = new Date()
  // One job's failure does not stop the others; it is logged and tried at the next run.
  const outcomes = await Promise.allSettled([
    deliver(configuration(), now),
    checkPhotos(senderOf, now),
    tellOfficers({ now, configuration: configuration() }),
    trainingJobs({ now, configuration: configuration() }),
    copyToAudit(),
    followAll(configuration(), now),
    settleLeaving(now),
    renameAll(),
    tellInformants({ now, configuration: configuration() }),
    makeFirstAdmin(configuration(), now),
    resealNumbers(configuration()),
    forgetTries(now),
    forgetRequests(now),
    forgetLimits(now),
    forgetImports(now),
    forgetFiles(now),
  ])
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected')
      console.error(JSON.stringify({ fault: 'job', code: (outcome.reason as { errCode?: unknown }).errCode }))
  }
  const done = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  return { ok: true, data: Object.assign({}, ...done) }
}
