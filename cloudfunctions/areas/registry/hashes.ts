import { birthdayOf } from '../../../contract/identity-number'
import type { Configuration } from '../../platform/configuration'
import { keyedHash, seal, unseal } from '../../platform/secrets'
import type { Told } from './put-person'

/** By which somebody with this number is found, without anybody being able to read the number there. */
export const identityHashOf = (number: string, configuration: Configuration): string =>
  keyedHash(`number\n${number}`, configuration)

/** By which village, name and the last six of the number together find somebody. */
export const matchHashOf = (
  { village, name, lastSix }: { village: string; name: string; lastSix: string },
  configuration: Configuration,
): string => keyedHash(`match\n${village}\n${name}\n${lastSix}`, configuration)

/** The person with a number of their own: sealed, hashed, and the year of birth it tells. Write it with `putPerson`. */
export const withNumber = <P extends Told>(person: P, number: string, configuration: Configuration): P => ({
  ...person,
  birthYear: Number(birthdayOf(number).slice(0, 4)),
  identity: seal(number, person._id, configuration),
  identityHash: identityHashOf(number, configuration),
  matchHash: matchOf(person, number, configuration),
})

/** The hash that follows name and village, for whoever's number is known; their key must be there. */
export function matchHashFor(person: Told, configuration: Configuration): string | undefined {
  if (!person.identity) return undefined
  return matchOf(person, unseal(person.identity, person._id, configuration), configuration)
}

const matchOf = ({ village, name }: Told, number: string, configuration: Configuration) =>
  village ? matchHashOf({ village, name, lastSix: number.slice(-6) }, configuration) : undefined
