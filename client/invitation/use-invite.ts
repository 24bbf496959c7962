import type { Input, Output } from '../../contract'
import { useIntent } from '../cloud/call'
import { go } from '../go'
import { codesPage } from './words'

export type Invited = Output<'identity.invite'>['results'][number]

/** Makes codes, and shows those that could be made. Answers who got none, and why. */
export function useInvite() {
  const invite = useIntent('identity.invite')
  return async (input: Input<'identity.invite'>): Promise<Invited[]> => {
    const { results } = await invite(input)
    const codes = results.flatMap(({ code }) => (code ? [code] : []))
    if (codes.length > 0) await go(codesPage(codes))
    return results.filter(({ code }) => !code)
  }
}
