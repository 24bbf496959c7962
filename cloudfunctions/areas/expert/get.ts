import { holdsOver, type KnownContext, ownIds } from '../../platform/context'
import { read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Expert } from './documents'
import { presentExperts } from './present'

/** Three round trips at most and one of storage. */
export const get: Handler<'expert.get'> = async ({ expertId }, { account, now }) => {
  const expert = await read<Expert>('experts', expertId)
  if (!expert || expert.archived) throw new Refused('NOT_FOUND')
  const [line] = await presentExperts([expert], now)
  if (!line) throw new Refused('NOT_FOUND')
  return { ...line, settings: account && maySet(account, expert) ? settingsOf(expert) : undefined }
}

const maySet = (account: KnownContext['account'], expert: Expert): boolean =>
  ownIds(account).includes(expert.personId) || holdsOver(account, 'bureau', expert.region)

const settingsOf = ({ version = 0, personId, available, leave, open, maxOpen, photos }: Expert) => ({
  version,
  personId,
  taking: available,
  leave,
  open,
  maxOpen,
  photo: photos[0]?.fileID,
})
