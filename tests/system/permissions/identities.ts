import type { AuditDocument } from '../../../cloudfunctions/areas/audit/documents'
import type { BindingRequest, Invitation } from '../../../cloudfunctions/areas/identity/documents'
import { placesOf } from '../../../cloudfunctions/platform/audit'
import { GUIDELINE } from '../../../contract/guideline'
import { NAME, personOf, RELATIONS, type Relation, VILLAGE } from './world'

const DAY = 24 * 60 * 60_000
export const ASKED_AT = '2026-01-02T03:04:05.000Z'

/** The code for a relation's person; of the letters a code has. */
export const codeOf = (relation: Relation): string => `AAAAA${'BCDEFG'[RELATIONS.indexOf(relation)]}`
export const bindingRequestOf = (relation: Relation): string => `asks-${relation}`

/** Of every relation: an open code, a request to be bound, an entry of the log. */
export const plantIdentities = (now: Date) => ({
  invitations: RELATIONS.map((relation) => invitationOf(relation, now)),
  bindingRequests: RELATIONS.map(requestOf),
  audit: RELATIONS.map(entryOf),
})

const invitationOf = (relation: Relation, now: Date): Invitation => ({
  _id: codeOf(relation),
  personId: personOf(relation),
  name: NAME[relation],
  place: VILLAGE[relation],
  grants: [],
  covers: [],
  replace: false,
  // The other co-op’s and the other county’s were made by somebody else.
  madeBy:
    relation === 'otherCoop' || relation === 'elsewhere'
      ? { personId: 'person-nobody', name: '别人' }
      : { personId: 'staff-cooperative', name: '办事员' },
  at: now.toISOString(),
  expiresAt: new Date(now.getTime() + 7 * DAY).toISOString(),
  state: 'open',
  places: placesOf(VILLAGE[relation]),
})

const requestOf = (relation: Relation): BindingRequest => ({
  _id: bindingRequestOf(relation),
  openid: `openid-asks-${relation}`,
  village: VILLAGE[relation],
  villageName: `${VILLAGE[relation]}村`,
  name: NAME[relation],
  consent: { version: GUIDELINE, at: ASKED_AT },
  at: ASKED_AT,
  state: 'open',
  places: placesOf(VILLAGE[relation]),
  toTell: false,
})

const entryOf = (relation: Relation): AuditDocument => ({
  _id: `entry-${relation}`,
  at: ASKED_AT,
  operation: 'dividend.get',
  who: { openid: 'openid-nobody', personId: 'person-nobody', name: '别人' },
  about: { kind: 'person', id: personOf(relation), name: NAME[relation], place: VILLAGE[relation] },
  concerns: [personOf(relation)],
  places: placesOf(VILLAGE[relation]),
  requestId: 'planted-0001',
})
