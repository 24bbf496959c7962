import { command } from '../../../platform/database'

/** A question about some villages. */
export const inVillages = (codes: string[]): Record<string, unknown> => ({ village: command.in(codes) })
