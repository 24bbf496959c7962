/** Where the bare app is built to, seen from this directory. */
export const OUTPUT = '../../.cache/bare-app'
