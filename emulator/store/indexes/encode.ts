/**
 * Values as bytes that compare as MongoDB compares the values, also across types
 * (https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/). No encoding is the beginning of another,
 * so fields can be joined; inverted bytes give the descending order.
 */
export const TAGS = {
  minKey: 0x05,
  /** An array without members, in the index of its members. */
  undefined: 0x0a,
  /** Also what is not there. */
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  binary: 0x60,
  objectId: 0x70,
  boolean: 0x80,
  date: 0x90,
  timestamp: 0xa0,
  regex: 0xb0,
  maxKey: 0xf0,
} as const

const END = 0x00
/** Follows a zero byte that belongs to a string, so that it is not its end. */
const ESCAPE = 0xff

/** An array without members, when its members are asked for. */
export const NO_MEMBERS = Symbol('no members')

type Bson = { _bsontype?: string; toString(): string; value?: unknown; id?: Uint8Array; buffer?: Uint8Array }

const eight = Buffer.alloc(8)

function number(value: number): number[] {
  // −0 and 0 are one value; NaN comes before all numbers.
  if (Number.isNaN(value)) return [0, 0, 0, 0, 0, 0, 0, 0]
  eight.writeDoubleBE(value === 0 ? 0 : value)
  const bytes = [...eight]
  if ((bytes[0] as number) & 0x80) return bytes.map((byte) => byte ^ 0xff)
  bytes[0] = (bytes[0] as number) | 0x80
  return bytes
}

function text(value: string): number[] {
  const out: number[] = []
  for (const byte of Buffer.from(value)) {
    out.push(byte)
    if (byte === END) out.push(ESCAPE)
  }
  out.push(END)
  return out
}

function bytesOf(value: Bson): number[] {
  switch (value._bsontype) {
    case 'MinKey':
      return [TAGS.minKey]
    case 'MaxKey':
      return [TAGS.maxKey]
    case 'ObjectId':
      return [TAGS.objectId, ...Buffer.from(value.toString(), 'hex')]
    case 'Timestamp':
      return [TAGS.timestamp, ...number(Number(value.toString()))]
    case 'Binary':
      return [TAGS.binary, ...text(Buffer.from(value.buffer ?? []).toString('latin1'))]
    default:
      // Int32, Long, Double, Decimal128: numbers. What a double cannot hold is told apart when the document is looked at.
      return [TAGS.number, ...number(Number(value.toString()))]
  }
}

/** One value; arrays and objects as wholes. */
export function encode(value: unknown): number[] {
  if (value === NO_MEMBERS) return [TAGS.undefined]
  if (value === null || value === undefined) return [TAGS.null]
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return [TAGS.number, ...number(Number(value))]
    case 'string':
      return [TAGS.string, ...text(value)]
    case 'boolean':
      return [TAGS.boolean, value ? 2 : 1]
  }
  if (Array.isArray(value)) return [TAGS.array, ...value.flatMap(encode), END]
  if (Object.prototype.toString.call(value) === '[object Date]')
    return [TAGS.date, ...number((value as Date).getTime())]
  if (Object.prototype.toString.call(value) === '[object RegExp]') return [TAGS.regex, ...text(String(value))]
  if ((value as Bson)._bsontype) return bytesOf(value as Bson)
  const members = Object.entries(value as object).flatMap(([key, each]) => {
    const encoded = encode(each)
    // MongoDB compares a member's type before its name.
    return [encoded[0] as number, ...text(key), ...encoded]
  })
  return [TAGS.object, ...members, END]
}

/** The same in the order of an index's field. */
export const directed = (bytes: readonly number[], direction: 1 | -1): number[] =>
  direction === 1 ? [...bytes] : bytes.map((byte) => byte ^ 0xff)
