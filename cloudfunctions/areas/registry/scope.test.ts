import fc from 'fast-check'
import type { RoleGrant } from '../../../contract/identity'
import { isWithin } from '../../../contract/regions'
import type { Account } from '../identity/documents'
import { EVERYWHERE, reaches, reachOf, reachWithin } from './scope'

const account = (...roles: [RoleGrant['role'], string?][]): Account => ({
  ...{ _id: 'o-1', personId: 'p-1', name: '唐小琴', place: '' },
  roles: roles.map(([role, scope]) => ({ role, scopeName: '', ...(scope === undefined ? {} : { scope }) })),
})
/** Codes of two counties, near enough to one another that prefixes are met often. */
const code = fc
  .tuple(
    fc.constantFrom('519921', '519922'),
    fc.constantFrom('', '101', '102'),
    fc.constantFrom('', '201', '202'),
  )
  .map(([county, township, village]) => county + township + (township && village))
const scopes = fc.array(code, { maxLength: 4 })

test('only the roles that are asked for count, and an admin reaches everywhere only where admins are asked for', () => {
  const both = account(['bureau', '519921'], ['admin'])
  expect(reachOf(both, ['bureau'])).toEqual(['519921'])
  expect(reachOf(both, ['bureau', 'admin'])).toEqual([EVERYWHERE])
  expect(reachOf(account(['informant', '519921101201']), ['bureau'])).toEqual([])
  // A scope that is empty or too short contains nothing.
  expect(reachOf(account(['bureau', ''], ['bureau', '5']), ['bureau'])).toEqual([])
  expect(reaches(reachOf(null, ['admin']), '519921')).toBe(false)
})

test('a reach contains exactly what one of its scopes contains, each once', () => {
  fc.assert(
    fc.property(scopes, code, (held, place) => {
      const reach = reachOf(
        account(...held.map((scope) => ['bureau', scope] as [RoleGrant['role'], string])),
        ['bureau'],
      )
      expect(reaches(reach, place)).toBe(held.some((scope) => isWithin(scope, place)))
      expect(reach.filter((scope) => isWithin(scope, place)).length).toBeLessThanOrEqual(1)
    }),
  )
})

test('within a region, a reach is what both contain', () => {
  fc.assert(
    fc.property(scopes, code, code, (held, region, place) => {
      const reach = reachOf(
        account(...held.map((scope) => ['bureau', scope] as [RoleGrant['role'], string])),
        ['bureau'],
      )
      const narrowed = reachWithin(reach, region)
      expect(reaches(narrowed, place)).toBe(reaches(reach, place) && isWithin(region, place))
    }),
  )
})
