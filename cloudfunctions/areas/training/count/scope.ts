import { isWithin } from '../../../../contract/regions'
import { type KnownContext, scopesOf } from '../../../platform/context'
import { Refused } from '../../../platform/refusal'

/** The region one asks about: the first of one's own where none is named; NOT_FOUND for one that is not theirs. */
export function regionFor({ account }: Pick<KnownContext, 'account'>, asked: string | undefined): string {
  const scopes = scopesOf(account, 'bureau').filter((scope) => scope.length >= 6)
  const region = asked ?? scopes[0]
  if (region === undefined || !scopes.some((scope) => isWithin(scope, region))) throw new Refused('NOT_FOUND')
  return region
}
