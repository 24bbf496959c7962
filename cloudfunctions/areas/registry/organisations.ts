import type { Thing } from '../../../contract/audit'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { PAGE } from '../../platform/paging'
import type { Organisation, Person } from './documents'
import { listing } from './listing'
import { reachOf } from './scope'
import { ANYBODY, among } from './search-words'

const OFFICERS = 100

/** Two round trips: the organisations, and who may act for them. */
export const organisations: Handler<'registry.organisations'> = async ({ archived, cursor }, { account }) => {
  const scopes = reachOf(account, ['bureau', 'admin'])
  const found = await listing<Organisation>('organisations', {
    ...{ word: among(ANYBODY, archived), scopes, size: PAGE, cursor },
  })
  const officers = await officersOf(found.rows.map(({ _id }) => _id))
  return {
    organisations: found.rows.map((each) => ({
      organisationId: each._id,
      version: each.version ?? 0,
      name: each.name,
      kind: each.kind,
      region: each.region,
      phone: each.phone,
      officers: officers
        .filter(({ roles = [] }) =>
          roles.some(({ role, scope }) => role === 'cooperative' && scope === each._id),
        )
        .map(({ _id, name, openid }) => ({ personId: _id, name, hasWeChat: Boolean(openid) })),
      archived: each.archived,
    })),
    next: found.next,
  }
}

/** Who may act for some organisations. One round trip. */
export async function officersOf(ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return []
  const query = collection('people').where({
    roles: command.elemMatch({ role: 'cooperative', scope: command.in([...ids]) }),
    archived: command.exists(false),
  })
  return rows<Person>(query.limit(OFFICERS))
}

/** An organisation as what an entry of the audit log is about. */
export const thingOfOrganisation = ({ _id, name, region }: Organisation): Thing => ({
  kind: 'organisation',
  id: _id,
  name,
  place: region,
})
