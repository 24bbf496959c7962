import type { MAX_PHOTOS as Agreed } from '../../../contract/consultation'

/** As the contract has it beside its schemas, which must stay out of the bundle; the type keeps the two the same. */
export const MAX_PHOTOS: typeof Agreed = 6
