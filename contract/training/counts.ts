import * as z from 'zod'

/** How full a class is, for who plans it. */
export const classCounts = z.object({
  seats: z.int(),
  taken: z.int(),
  /** Offered to somebody in line. */
  held: z.int(),
  waiting: z.int(),
})
