import type { Document } from '../bson'
import { refused } from '../fault'

/** What an expression is evaluated against. */
export interface Scope {
  root: Document
  /** `$$CURRENT`: what a bare `$field` begins at. */
  current: unknown
  /** Milliseconds since 1970. */
  now: number
  variables: Readonly<Record<string, unknown>>
}

export type Evaluate = (scope: Scope) => unknown
export type Compile = (expression: unknown) => Evaluate
/** Makes an operator's operand into something to evaluate. */
export type Operator = (operand: unknown, compile: Compile, name: string) => Evaluate

/** An operator over evaluated arguments; one argument may come without its list. */
export const over =
  (
    least: number,
    most: number,
    compute: (values: unknown[], scope: Scope, name: string) => unknown,
  ): Operator =>
  (operand, compile, name) => {
    const operands = Array.isArray(operand) ? operand : [operand]
    if (operands.length < least || operands.length > most) {
      const upTo = Number.isFinite(most) ? `, and at most ${most}` : ''
      const takes = least === most ? `exactly ${least}` : `at least ${least} arguments${upTo}`
      throw refused(`Expression ${name} takes ${takes} arguments. ${operands.length} were passed in.`)
    }
    const evaluates = operands.map(compile)
    return (scope) =>
      compute(
        evaluates.map((evaluate) => evaluate(scope)),
        scope,
        name,
      )
  }

export const one = (compute: (value: unknown, name: string) => unknown): Operator =>
  over(1, 1, ([value], _, name) => compute(value, name))

export const two = (compute: (a: unknown, b: unknown, name: string) => unknown): Operator =>
  over(2, 2, ([a, b], _, name) => compute(a, b, name))

export const any = (compute: (values: unknown[], name: string) => unknown, least = 0): Operator =>
  over(least, Number.POSITIVE_INFINITY, (values, _, name) => compute(values, name))

/** The name somebody gives a variable; those beginning with a capital are the system's. */
export function variableName(name: unknown): string {
  if (typeof name !== 'string' || !/^(?:CURRENT|[a-z\u0080-\uffff][\w\u0080-\uffff]*)$/.test(name)) {
    throw refused(`'${String(name)}' contains or starts with an invalid character for a variable name`)
  }
  return name
}

/** An operator whose operand is an object with these fields, the first ones required. */
export const named =
  (
    required: readonly string[],
    optional: readonly string[],
    compute: (fields: Record<string, unknown>, scope: Scope, name: string) => unknown,
  ): Operator =>
  (operand, compile, name) => {
    const fields = fieldsOf(operand, name, required, optional).map(
      ([key, value]) => [key, compile(value)] as const,
    )
    return (scope) =>
      compute(Object.fromEntries(fields.map(([key, evaluate]) => [key, evaluate(scope)])), scope, name)
  }

export function fieldsOf(
  operand: unknown,
  name: string,
  required: readonly string[],
  optional: readonly string[],
): [string, unknown][] {
  if (typeof operand !== 'object' || operand === null || Array.isArray(operand)) {
    throw refused(`${name} only supports an object as its argument`)
  }
  const entries = Object.entries(operand)
  const unknown = entries.find(([key]) => !required.includes(key) && !optional.includes(key))
  if (unknown) throw refused(`Unrecognized argument to ${name}: ${unknown[0]}`)
  const missing = required.find((key) => !Object.hasOwn(operand, key))
  if (missing) throw refused(`Missing '${missing}' parameter to ${name}`)
  return entries
}
