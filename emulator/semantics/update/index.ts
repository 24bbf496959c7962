import { clone, type Document, isObject, show } from '../bson'
import { equal } from '../compare'
import { Fault, refused } from '../fault'
import { arrayChanges } from './arrays'
import { type Change, type Circumstances, fieldChanges } from './fields'
import { expand, placeAt } from './paths'
import { matchedMember } from './positional'

export interface UpdateContext {
  now: number
  /** What found the document: it says which member `$` means. */
  filter?: Document
  /** Whether the document is being made by an upsert. */
  inserting?: boolean
}

const changes: Record<string, Change> = { ...fieldChanges, ...arrayChanges }

interface Step {
  operator: string
  path: string
  operand: unknown
}

function stepsOf(modifier: Document): Step[] {
  const operators = Object.entries(modifier)
  const strange = operators.find(([name]) => name !== '$rename' && !Object.hasOwn(changes, name))
  if (operators.length === 0 || (strange && !strange[0].startsWith('$'))) {
    throw new Fault('INVALID_PARAM', 'update operators are expected')
  }
  if (strange) throw refused(`Unknown modifier: ${strange[0]}`)
  return operators.flatMap(([operator, fields]) => {
    if (!isObject(fields)) {
      throw refused(
        `Modifiers operate on fields but we found ${show(fields)} instead. For example: {$mod: {<field>: ...}}`,
      )
    }
    return Object.entries(fields).map(([path, operand]) => ({ operator, path, operand }))
  })
}

/** Two changes of one place, or of a place and one inside it, have no order: both are refused. */
function requireApart(paths: readonly string[]): void {
  const sorted = [...paths].sort()
  for (const path of sorted) {
    const other =
      sorted.filter((each) => each === path).length > 1
        ? path
        : sorted.find((each) => path.startsWith(`${each}.`))
    if (other !== undefined)
      throw refused(`Updating the path '${path}' would create a conflict at '${other}'`)
  }
}

function rename(document: Document, from: string, to: unknown): void {
  if (typeof to !== 'string' || to === '')
    throw refused(`The 'to' field for $rename must be a string: ${from}: ${show(to)}`)
  if (from === to) throw refused(`The source and target field for $rename must differ: ${from}: ${show(to)}`)
  if (`${from}.${to}`.split('.').some((step) => step.startsWith('$'))) {
    throw refused(`The source field for $rename may not be dynamic: ${from}`)
  }
  for (const path of [from, to]) requireNoArray(document, path)
  const source = placeAt(document, from)
  if (!source.has) return
  const { value } = source
  source.remove()
  placeAt(document, to).set(value)
}

function requireNoArray(document: Document, path: string): void {
  const steps = path.split('.')
  for (let at = 1; at < steps.length; at++) {
    if (Array.isArray(placeAt(document, steps.slice(0, at).join('.')).value)) {
      throw refused(
        `The field of $rename cannot be an array element, '${path}' in doc with _id: ${show(document._id)}`,
      )
    }
  }
}

/** New fields come in the order of their names. https://www.mongodb.com/docs/manual/reference/operator/update/#update-operators-behavior */
const inOrder = (steps: readonly Step[]): Step[] =>
  [...steps].sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))

/** The document after update operators, as a new object; throws a Fault where MongoDB refuses them. */
export function update(before: Document, modifier: Document, context: UpdateContext): Document {
  const steps = stepsOf(modifier)
  const document = clone(before)
  const circumstances: Circumstances = { now: context.now, document }
  const matched = (array: string): number => matchedMember(before, array, context.filter ?? {}, context.now)
  requireApart(
    steps.flatMap(({ operator, path, operand }) =>
      operator === '$rename' ? [path, String(operand)] : [path],
    ),
  )
  for (const { operator, path, operand } of inOrder(steps)) {
    if (operator === '$setOnInsert' && !context.inserting) continue
    if (operator === '$rename') {
      rename(document, path, operand)
      continue
    }
    for (const each of expand(document, path, matched)) {
      changes[operator]!(placeAt(document, each), operand, circumstances)
    }
  }
  if (!equal(document._id, before._id)) {
    throw refused("Performing an update on the path '_id' would modify the immutable field '_id'")
  }
  return document
}
