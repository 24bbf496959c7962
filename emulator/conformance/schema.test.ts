import { command as _, finds, refusal, withCloud } from './table'

withCloud()
const MANUAL = 'https://www.mongodb.com/docs/manual/reference/operator/query/jsonSchema/'
const where = (schema: unknown) => () => _.jsonSchema(schema)
const of = (property: unknown) => where({ properties: { v: property } })

const people = [{ name: 'Li', age: 30 }, { name: 'Wang' }, { name: 5, age: 200 }, { age: 30 }]
const values = [
  { v: 1 },
  { v: 1.5 },
  { v: 'text' },
  { v: [1, 2, 2] },
  { v: { a: 1 } },
  { v: null },
  { v: true },
  {},
]

finds('JSON schema', MANUAL, [
  ['required', people, where({ required: ['name', 'age'] }), [0, 2]],
  [
    'bsonType of a property, where it is there',
    people,
    where({ properties: { name: { bsonType: 'string' } } }),
    [0, 1, 3],
  ],
  [
    'required with a type',
    people,
    where({ bsonType: 'object', required: ['name'], properties: { name: { bsonType: 'string' } } }),
    [0, 1],
  ],
  [
    'minimum and maximum',
    people,
    where({ required: ['age'], properties: { age: { minimum: 1, maximum: 150 } } }),
    [0, 3],
  ],
  [
    'exclusiveMaximum',
    people,
    where({ required: ['age'], properties: { age: { maximum: 200, exclusiveMaximum: true } } }),
    [0, 3],
  ],
  ['type number', values, of({ type: 'number' }), [0, 1, 7]],
  ['bsonType int', values, of({ bsonType: 'int' }), [0, 7]],
  ['bsonType double', values, of({ bsonType: 'double' }), [1, 7]],
  ['several types', values, of({ bsonType: ['string', 'null'] }), [2, 5, 7]],
  ['type boolean', values, of({ type: 'boolean' }), [6, 7]],
  ['type array', values, of({ type: 'array' }), [3, 7]],
  ['enum', values, of({ enum: [1, 'text', null] }), [0, 2, 5, 7]],
  ['pattern', values, of({ pattern: '^te' }), [0, 1, 2, 3, 4, 5, 6, 7]],
  ['pattern that does not fit', [{ v: 'abc' }, { v: 'xyz' }], of({ pattern: '^a' }), [0]],
  ['minLength counts code points', [{ v: '中文' }, { v: '中' }, { v: '😀😀' }], of({ minLength: 2 }), [0, 2]],
  ['maxLength', [{ v: 'abc' }, { v: 'ab' }], of({ maxLength: 2 }), [1]],
  ['multipleOf', [{ v: 6 }, { v: 7 }], of({ multipleOf: 3 }), [0]],
  ['items', [{ v: [1, 2] }, { v: [1, 'x'] }, { v: [] }], of({ items: { bsonType: 'number' } }), [0, 2]],
  [
    'items by position',
    [{ v: [1, 'x'] }, { v: ['x', 1] }],
    of({ items: [{ type: 'number' }, { type: 'string' }] }),
    [0],
  ],
  [
    'no more items than named',
    [{ v: [1] }, { v: [1, 2] }],
    of({ items: [{ type: 'number' }], additionalItems: false }),
    [0],
  ],
  ['minItems and maxItems', [{ v: [] }, { v: [1] }, { v: [1, 2, 3] }], of({ minItems: 1, maxItems: 2 }), [1]],
  [
    'uniqueItems',
    [{ v: [1, 2] }, { v: [1, 1] }, { v: [{ a: 1 }, { a: 1 }] }],
    of({ uniqueItems: true }),
    [0],
  ],
  [
    'additionalProperties',
    [{ v: { a: 1 } }, { v: { a: 1, b: 2 } }],
    of({ properties: { a: {} }, additionalProperties: false }),
    [0],
  ],
  [
    'patternProperties',
    [{ v: { s1: 'x' } }, { v: { s1: 5 } }],
    of({ patternProperties: { '^s': { type: 'string' } } }),
    [0],
  ],
  [
    'minProperties and maxProperties',
    [{ v: {} }, { v: { a: 1 } }, { v: { a: 1, b: 2 } }],
    of({ minProperties: 1, maxProperties: 1 }),
    [1],
  ],
  [
    'dependencies',
    [{ v: { a: 1 } }, { v: { a: 1, b: 2 } }, { v: { c: 1 } }],
    of({ dependencies: { a: ['b'] } }),
    [1, 2],
  ],
  [
    'nested objects',
    [{ v: { w: { x: 1 } } }, { v: { w: {} } }],
    of({ required: ['w'], properties: { w: { required: ['x'] } } }),
    [0],
  ],
  ['allOf', people, where({ allOf: [{ required: ['name'] }, { required: ['age'] }] }), [0, 2]],
  [
    'anyOf',
    [{ a: 1 }, { b: 1 }, { c: 1 }],
    where({ anyOf: [{ required: ['a'] }, { required: ['b'] }] }),
    [0, 1],
  ],
  ['oneOf', [{ a: 1 }, { a: 1, b: 1 }], where({ oneOf: [{ required: ['a'] }, { required: ['b'] }] }), [0]],
  ['not', people, where({ not: { required: ['name'] } }), [3]],
  ['title and description say nothing', people, where({ title: 'x', description: 'y' }), [0, 1, 2, 3]],
  ['beside another condition', people, () => ({ age: 30, ..._.jsonSchema({ required: ['name'] }) }), [0]],
  ['an unknown keyword is refused', people, where({ nonsense: 1 }), refusal(/Unknown \$jsonSchema keyword/)],
  ['an unknown type is refused', people, where({ bsonType: 'nonsense' }), refusal(/Unknown type name alias/)],
  ['type integer is refused', people, of({ type: 'integer' }), refusal(/integer/)],
  ['an empty required is refused', people, where({ required: [] }), refusal(/required/)],
  [
    'an unsupported keyword is refused',
    people,
    of({ format: 'date' }),
    refusal(/'format' is not currently supported/),
  ],
  ['two kinds of type are refused', people, of({ type: 'string', bsonType: 'string' }), refusal(/both/)],
  [
    'exclusiveMinimum alone is refused',
    people,
    of({ exclusiveMinimum: true }),
    refusal(/'minimum' must be a present/),
  ],
  ['a length below nothing is refused', people, of({ minLength: -1 }), refusal(/non-negative/)],
])
