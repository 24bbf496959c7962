import type { Thing } from '../../../contract/audit'
import { checkText } from '../../platform/content'
import { ownIds } from '../../platform/context'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { requireOwnFiles, requireUploaded } from '../../platform/files'
import { Refused } from '../../platform/refusal'
import type { Expert } from './documents'
import { derivedExpert } from './rules'
import { thingOfExpert } from './save'

/** Seven round trips, and WeChat's look at the words. The photo is handed to its check by jobs. */
export const setMine: Handler<'expert.setMine'> = async (input, context) => {
  const { introduction, photo, leave, maxOpen, taking, phone } = input
  const [own] = await rows<Expert>(
    collection('experts')
      .where({ personId: command.in(ownIds(context.account)), archived: command.exists(false) })
      .limit(1),
  )
  if (!own) throw new Refused('NOT_FOUND')
  const kept = own.photos.filter(({ fileID }) => fileID === photo)
  const fresh = photo !== undefined && kept.length === 0
  if (fresh) requireOwnFiles(context.openid, context.configuration, [photo])
  await Promise.all([checkText(context.openid, introduction), fresh ? requireUploaded([photo]) : undefined])
  const about: Thing[] = [thingOfExpert(own)]
  return context.once(
    async (transaction) => {
      const before = await transaction.get<Expert>('experts', own._id)
      if (!before || before.archived) throw new Refused('NOT_FOUND')
      const photos = photo === undefined ? [] : before.photos.filter(({ fileID }) => fileID === photo)
      const added = photo !== undefined && photos.length === 0
      const written = derivedExpert(before, {
        ...before,
        ...{ introduction, leave, maxOpen, phone, available: taking },
        photos: added ? [{ fileID: photo }] : photos,
        photosToCheck: added || (before.photosToCheck && photos.length > 0),
        photosCheckAt: added ? undefined : before.photosCheckAt,
      })
      await transaction.set('experts', written)
      return { expertId: own._id, version: written.version ?? 0 }
    },
    undefined,
    { about },
  )
}
