import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** What somebody typed that cannot be: one sentence for them, no stack. */
export class WrongOption extends Error {}

/**
 * The options of a command, and nothing else on its line. @param command as it is typed
 * @throws WrongOption which option is wrong and which there are
 */
export function optionsOf<const T extends NonNullable<ParseArgsConfig['options']>>(
  command: string,
  options: T,
  args = process.argv.slice(2),
) {
  const names = Object.keys(options).map((name) => `--${name}`)
  const config = { args, options, strict: true } as const satisfies ParseArgsConfig
  try {
    return parseArgs(config).values
  } catch (error) {
    const [what] = (error as Error).message.split(/\.(?:\s|$)|\n/)
    throw new WrongOption(`${what}; ${command} takes ${names.join(', ')}`)
  }
}

export function port(value: string): number
export function port(value: string | undefined): number | undefined
export function port(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new WrongOption(`--port ${value}: a port is a number from 0 (any that is free) to 65535`)
  return Number(value)
}

/** A number of things, at least one. */
export function count(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new WrongOption(`--${name} ${value}: a whole number from 1`)
  return Number(value)
}

export function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value)
  if (chosen === undefined) throw new WrongOption(`--${name} ${value}: it is ${choices.join(' or ')}`)
  return chosen
}

/** A directory that is there or can be made: no file is in its way. */
export function directory(name: string, value: string): string {
  if (value === '') throw new WrongOption(`--${name}: the name of a directory is missing`)
  let there = resolve(value)
  while (!existsSync(there)) there = dirname(there)
  if (!statSync(there).isDirectory())
    throw new WrongOption(`--${name} ${value}: ${there} is a file, not a directory`)
  return value
}

/** Whatever ends a command is said in a sentence, and its exit code is 1. */
export function runCommand(main: () => Promise<unknown>): void {
  main().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
}
