import { typeOf } from '../bson'
import { refused } from '../fault'

export const text = (value: unknown, name: string, what = 'argument'): string => {
  if (typeof value !== 'string')
    throw refused(`${name} requires that its ${what} be a string, found: ${typeOf(value)}`)
  return value
}
