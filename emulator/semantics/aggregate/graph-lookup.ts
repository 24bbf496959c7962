import { type Document, isNil, isObject } from '../bson'
import { keyOf } from '../compare'
import { compileExpression } from '../expressions'
import { refused } from '../fault'
import { localValues } from './lookup'
import { assignPath } from './paths'
import { evaluate, gather, type Stage } from './types'

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/graphLookup/ */
export function graphLookup(spec: unknown): Stage {
  if (!isObject(spec)) throw refused('the $graphLookup stage specification must be an object')
  const { startWith, connectFromField, connectToField, as, from, maxDepth, depthField } = spec as Record<
    string,
    string
  >
  if (!connectFromField || !connectToField || !as || !from) {
    throw refused(
      "$graphLookup requires 'from', 'as', 'startWith', 'connectFromField', and 'connectToField' to be specified.",
    )
  }
  const start = compileExpression(startWith)
  const restrict = spec.restrictSearchWithMatch as Document | undefined
  return gather((documents, inner) =>
    documents.map((document) => {
      const found = new Map<string, Document>()
      const first = evaluate(start, document, inner)
      let frontier = Array.isArray(first) ? first : [first ?? null]
      for (
        let depth = 0;
        frontier.length > 0 && depth <= Number(maxDepth ?? Number.POSITIVE_INFINITY);
        depth++
      ) {
        const filter = { [connectToField]: { $in: frontier } }
        const next = [...inner.documents(from, restrict ? { $and: [filter, restrict] } : filter)].filter(
          (each) => !found.has(keyOf(each._id)),
        )
        for (const each of next)
          found.set(keyOf(each._id), depthField ? { ...each, [depthField]: depth } : each)
        frontier = next
          .flatMap((each) => localValues(each, connectFromField))
          .filter((value) => !isNil(value))
      }
      return assignPath(document, as, [...found.values()])
    }),
  )
}
