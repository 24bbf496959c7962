import { isObject } from './bson'

const isCommand = (value: unknown): value is { operator: string; operands: unknown[] } =>
  isObject(value) &&
  typeof value.operator === 'string' &&
  Array.isArray(value.operands) &&
  Object.keys(value).every((key) => ['operator', 'operands', 'fieldName'].includes(key))

/**
 * The SDK leaves some commands inside `_.elemMatch` as its own objects, though their documentation shows them
 * there (`_.elemMatch({area: _.gt(100)})` within `_.pull`): they mean what they say.
 */
export function plain(value: unknown): unknown {
  if (!isCommand(value)) return value
  const { operator, operands } = value
  if (operator === 'and') return Object.assign({}, ...operands.map(plain))
  const name = operator === 'neq' ? '$ne' : `$${operator}`
  return { [name]: ['in', 'nin', 'all'].includes(operator) ? operands : plain(operands[0]) }
}
