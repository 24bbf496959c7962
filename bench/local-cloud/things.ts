/** How many documents lie in the collection that is read. */
export const SIZES = [1000, 10_000, 100_000, 1_000_000] as const

/** A document of the benchmark's collection; of each fifty one is of the same kind. */
export const thing = (n: number) => ({
  _id: `id${n}`,
  kind: `k${n % 50}`,
  n,
  crops: [`c${n % 40}`, `c${40 + (n % 30)}`],
  name: '王秀英',
  village: '李家湾村',
})

export const schema = {
  collections: {
    things: {
      indexes: [['kind', 'n'], ['n'], ['crops', 'n']].map((fields) => ({
        name: fields.join('_'),
        keys: fields.map((field) => ({ field, direction: 1 as const })),
      })),
    },
    other: {},
  },
}

/** The page every measurement reads: the newest twenty of a kind. */
export const PAGE = 20
/** What of so many documents the newest twenty of one kind are. */
export const pageOf = (documents: number) =>
  Array.from({ length: PAGE }, (_, place) => thing(documents - 50 * (place + 1)))
