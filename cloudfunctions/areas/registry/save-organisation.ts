import { randomUUID } from 'node:crypto'
import type { Thing } from '../../../contract/audit'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { refuseStale } from './changing'
import type { Organisation } from './documents'
import { thingOfOrganisation } from './organisations'
import { placeOf } from './places'
import { putOrganisation } from './put-organisation'
import { reaches, reachOf } from './scope'

/** Seven round trips. */
export const saveOrganisation: Handler<'registry.saveOrganisation'> = async (input, context) => {
  const { organisationId, name, kind, region, phone } = input
  const reach = reachOf(context.account, ['bureau'])
  if (!reaches(reach, region)) throw new Refused('NOT_FOUND')
  await placeOf(region)
  const _id = organisationId ?? `organisation-${randomUUID()}`
  const about: Thing[] = []
  return context.once(
    async (transaction) => {
      const before = organisationId ? await transaction.get<Organisation>('organisations', _id) : null
      if (organisationId && !(before && reaches(reach, before.region))) throw new Refused('NOT_FOUND')
      if (before?.archived) throw new Refused('ARCHIVED')
      if (before) refuseStale(before, input)
      const written = await putOrganisation(transaction, before, {
        ...before,
        _id,
        name,
        kind,
        region,
        phone,
      })
      about.splice(0, about.length, thingOfOrganisation(written))
      return { organisationId: _id, version: written.version ?? 0 }
    },
    undefined,
    { about },
  )
}
