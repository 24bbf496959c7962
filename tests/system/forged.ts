/** As much of JSON Schema as zod writes of our inputs. */
export interface Schema {
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

/** Every place of an input where a value stands, the insides of lists (at 0) and of every alternative included. */
export function placesIn(schema: Schema, at: readonly string[] = []): string[][] {
  const inside = [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, each]) => placesIn(each, [...at, name])),
    ...(schema.items ? placesIn(schema.items, [...at, '0']) : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((each) =>
      placesIn(each, at).filter((place) => place.length > at.length),
    ),
  ]
  const places = at.length > 0 ? [[...at], ...inside] : inside
  return [...new Map(places.map((place) => [place.join('.'), place])).values()]
}

/** The input with a value at a place; what stands around it stays, and is made where it is missing. */
export function put(input: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value
  if (first === '0') {
    const list = Array.isArray(input) ? input : []
    return [put(list[0], rest, value), ...list.slice(1)]
  }
  const object = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {}
  return { ...object, [first]: put(object[first], rest, value) }
}
