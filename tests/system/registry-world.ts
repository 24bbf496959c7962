import type { Person } from '../../cloudfunctions/areas/registry/documents'
import { orderOf, wordsOf } from '../../cloudfunctions/areas/registry/search-words'
import { GUIDELINE } from '../../contract/guideline'
import type { RoleGrant } from '../../contract/identity'
import type { Cloud } from './cloud'

/** 青石乡 and its first village, where household 1 lives; another township of the county. */
export const TOWNSHIP = '519921100'
export const VILLAGE = `${TOWNSHIP}200`
export const ELSEWHERE = '519921101'
export const BUREAU = 'demo-bureau'

export const find = <T>(cloud: Cloud, collection: string, filter: object): T[] =>
  cloud.emulator.store.find(collection, filter as never, 10_000) as unknown as T[]
export const personIn = (cloud: Cloud, id: string): Person =>
  find<Person>(cloud, 'people', { _id: id })[0] as Person

/** An account of somebody who holds a role and nothing else. */
export function plantOfficial(cloud: Cloud, openid: string, role: RoleGrant): string {
  const personId = `person-of-${openid}`
  const roles = [role]
  const home = '519921'
  const who = { name: '职工', place: '', roles }
  cloud.emulator.store.insertMany('people', [
    {
      ...{ _id: personId, ...who, birthYear: 1980, isHead: false, openid, home },
      ...{ order: orderOf(home, personId), search: wordsOf(who) },
    },
  ] as never)
  cloud.emulator.store.insertMany('accounts', [
    { _id: openid, personId, ...who, consent: { version: GUIDELINE, at: new Date().toISOString() } },
  ] as never)
  return openid
}

/** An operator of one township. */
export const plantTownshipOperator = (cloud: Cloud): string =>
  plantOfficial(cloud, 'township-operator', { role: 'bureau', scope: TOWNSHIP, scopeName: '青石乡' })

/** How a call ended: ok, or the code of its refusal. */
export const codeOf = (answer: { ok: boolean; error?: { code: string } }): string =>
  answer.ok ? 'ok' : (answer.error?.code ?? '')
