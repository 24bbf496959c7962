import { deliver } from '../../../cloudfunctions/areas/notification/deliver'
import { checkPhotos } from '../../../cloudfunctions/areas/photo/check'
import { senderOf } from '../../../cloudfunctions/areas/photo/sender'
import { configuration } from '../../../cloudfunctions/platform/configuration'
import { type Fault, plan } from './faulty-cloud'

export interface Run {
  job: 'deliver' | 'checkPhotos'
  /** When it believes to run, ISO; now if absent. */
  now?: string
  faults?: Fault[]
}

/** One of the jobs, at a time of the test's choosing and with faults in WeChat's answers. */
export const main = ({ job, now, faults = [] }: Run) => {
  plan(faults)
  const at = now ? new Date(now) : new Date()
  return job === 'deliver' ? deliver(configuration(), at) : checkPhotos(senderOf, at)
}
