import { existsSync, statSync } from 'node:fs'
import { type ParseArgsConfig, parseArgs } from 'node:util'

/**
 * What was written on the command line; what is not understood is told in one sentence.
 * @throws Error with that sentence
 */
export function optionsOf<T extends NonNullable<ParseArgsConfig['options']>>(options: T, args?: string[]) {
  try {
    return parseArgs({ options, ...(args ? { args } : {}) }).values
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`)
    // Node's own sentence goes on with advice about file names.
    const said = (error as Error).message.split('. ')[0]
    throw new Error(`${said}; there are ${known.join(', ')}`)
  }
}

/** A whole number between two; undefined where none was given. */
export function numberOf(
  name: string,
  value: string | undefined,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number | undefined {
  if (value === undefined) return undefined
  const number = value.trim() === '' ? Number.NaN : Number(value)
  if (!Number.isInteger(number) || number < least || number > most)
    throw new Error(
      `--${name} ${value}: a whole number from ${least}${most < 1e9 ? ` to ${most}` : ''} is expected`,
    )
  return number
}

/** A port: 0 is any that is free. */
export const portOf = (value: string | undefined): number | undefined => numberOf('port', value, 0, 65_535)

/** A directory that is there or can be made. */
export function directoryOf(value: string): string {
  if (value === '') throw new Error('--data: name a directory')
  if (existsSync(value) && !statSync(value).isDirectory())
    throw new Error(`--data ${value}: this is a file; name a directory`)
  return value
}

/** One of a few words. */
export function oneOf<W extends string>(name: string, value: string, words: readonly W[]): W {
  if (!words.includes(value as W)) throw new Error(`--${name} ${value}: it is ${words.join(' or ')}`)
  return value as W
}

/** Ends the program with one sentence where its work fails. */
export function run(main: () => Promise<unknown>): void {
  main().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
}
