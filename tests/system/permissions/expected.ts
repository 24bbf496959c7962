import type { Operation, Reach } from '../../../contract/operation'
import { CALLERS, COOPERATIVE, RELATIONS, type Relation, VILLAGE } from './world'

/** Whether something of a relation lies in a caller's scope. An organisation's scope goes by the co-op alone. */
function inScope(caller: string, relation: Relation): boolean {
  const { role, scope = '' } = CALLERS[caller]?.grant ?? {}
  if (role === 'admin') return true
  if (role === 'cooperative')
    return scope === COOPERATIVE && relation !== 'otherCoop' && relation !== 'elsewhere'
  return scope !== '' && VILLAGE[relation].startsWith(scope)
}

/** The relations an entry lets a caller reach: what docs/permissions.md says in words. */
/** `givenTo`: an expert's own is what they were given, not what is theirs as a person. */
export function reachable(entry: Pick<Operation, 'by'>, caller: string, givenTo = false): Relation[] {
  const reach: Reach | undefined = entry.by[CALLERS[caller]!.as]
  if (reach === undefined) return []
  if (reach === 'all') return [...RELATIONS]
  // The things of `own` are the villager's; an expert has been given the question among them.
  if (reach === 'own') return caller === 'villager' || (caller === 'expert' && givenTo) ? ['own'] : []
  return RELATIONS.filter((relation) => inScope(caller, relation))
}
