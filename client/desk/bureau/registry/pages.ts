import type { ArchiveKind } from './words'

// Addresses within the registry, each with what its page reads from it.

const REGISTRY = '/desk/bureau/registry'

export const personPage = (personId: string): string => `${REGISTRY}/person/index?id=${personId}`
export const householdPage = (householdId: string): string => `${REGISTRY}/household/index?id=${householdId}`

/** Where something is put away, of which `version` was seen. */
export const archivePage = (kind: ArchiveKind, id: string, name: string, version = 0): string =>
  `${REGISTRY}/archive/index?kind=${kind}&id=${id}&version=${version}&name=${encodeURIComponent(name)}`

export interface ChosenPerson {
  personId: string
  name: string
}

/** Where somebody is chosen, who comes back under the name `asked` (see handed.ts). */
export const choosePage = (asked: string, what: string, { not = '', near = '' } = {}): string =>
  [
    `${REGISTRY}/choose/index?for=${asked}&what=${encodeURIComponent(what)}`,
    // Who it cannot be, and the village in which it probably is.
    ...(not ? [`not=${not}`] : []),
    ...(near ? [`near=${near}`] : []),
  ].join('&')
