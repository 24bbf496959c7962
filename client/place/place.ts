/** Somewhere in the county, with the name people know it by. */
export interface Place {
  code: string
  name: string
}

/** What is asked for: a village, a township, or either. */
export type Level = 'village' | 'township' | 'any'

export interface Township extends Place {
  villages: Place[]
}

/** Opens the page on which a place is chosen; it comes back under the name `asked` (see handed.ts). */
export const placePage = (asked: string, level: Level): string =>
  `/place/choose/index?for=${asked}&level=${level}`

/** The townships with a village that is called so, or that are called so themselves; with no words all of them. */
export function named(counties: readonly { townships: Township[] }[], words: string): Township[] {
  const townships = counties.flatMap((county) => county.townships)
  if (words === '') return townships
  return townships.flatMap((township) => {
    if (township.name.includes(words)) return township
    const villages = township.villages.filter(({ name }) => name.includes(words))
    return villages.length > 0 ? { ...township, villages } : []
  })
}
