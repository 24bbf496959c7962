import { type Document, isObject } from '../bson'
import { compileExpression } from '../expressions'
import { refused } from '../fault'
import { each, type Inner, type Stage, scopeOf } from './types'

/** Keeps, prunes or descends into every document and the documents inside it. */
export function redact(spec: unknown): Stage {
  const decide = compileExpression(spec)
  const visit = (value: Document, root: Document, inner: Inner): Document | undefined => {
    const decision = decide({ ...scopeOf(root, inner), current: value })
    if (decision === 'KEEP') return value
    if (decision === 'PRUNE') return undefined
    if (decision !== 'DESCEND') throw refused('$redact must resolve to $$DESCEND, $$PRUNE, or $$KEEP')
    const inside = (each: unknown): unknown[] => {
      if (Array.isArray(each)) return [each.flatMap(inside)]
      const kept = isObject(each) ? visit(each, root, inner) : each
      return kept === undefined ? [] : [kept]
    }
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, each]) => inside(each).map((kept) => [key, kept] as const)),
    )
  }
  return each((document, inner) => {
    const kept = visit(document, document, inner)
    return kept ? [kept] : []
  })
}
