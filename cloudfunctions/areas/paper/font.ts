import { join } from 'node:path'

/** Beside the bundle (scripts/fonts.ts); it has every character of the national table. */
export const FONT = join(__dirname, 'fonts', 'certificate.ttf')
