import type { CallError } from './types'

/**
 * What goes wrong: an error (a string for the SDK, a number for a mini-program or cloud.openapi); no answer in time; a late
 * one; done, but the connection breaks before the answer; done twice, as when a network repeats a request, and the second
 * answer told; a transaction that met another (and is aborted).
 */
export type Fault =
  | { code: string | number; message?: string }
  | { delayMs: number }
  | 'timeout'
  | 'answerLost'
  | 'answeredTwice'
  | 'conflict'

export interface FaultRule {
  /** The function called, or the one whose exchange it is. */
  function?: string
  /** `event.operation` of that call. */
  operation?: string
  /** `database.getDocument`, `database.*`, `openapi.subscribeMessage.send` …; without it (and a collection) the rule is for calls. */
  action?: string
  collection?: string
  /** Only from the nth match on, counted from 1. */
  nth?: number
  /** How often: once where `nth` is given, always where it is not. */
  times?: number
  fault: Fault
}

/** A call of a function, or (with an action) one of its exchanges with the cloud. */
export interface Occasion {
  function?: string
  operation?: string
  action?: string
  collection?: string
}

export type ListedRule = FaultRule & { id: number; seen: number; hits: number }

export interface Faults {
  /** Throws a sentence where the rule is wrong. */
  add(rule: FaultRule): ListedRule
  list(): ListedRule[]
  /** One rule, or all. */
  clear(id?: number): void
  /** The fault of the first rule that has one for this occasion; every rule that matches counts it. */
  of(occasion: Occasion): Fault | undefined
}

/** Done or not, nobody is told: the connection breaks. */
export const LOST = Symbol('lost')

const WORDS = ['timeout', 'answerLost', 'answeredTwice', 'conflict']
const NAMES = ['function', 'operation', 'action', 'collection'] as const
const COUNTS = ['nth', 'times'] as const
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) > 0

export function makeFaults(): Faults {
  let rules: ListedRule[] = []
  let last = 0
  return {
    add(rule) {
      const wrong = wrongWith(rule)
      if (wrong) throw new Error(wrong)
      const added = { ...rule, id: ++last, seen: 0, hits: 0 }
      // What conflicts is a commit, where nothing else is said.
      if (rule.fault === 'conflict') added.action ??= 'database.commitTransaction'
      rules.push(added)
      return added
    },
    list: () => rules.map((rule) => ({ ...rule })),
    clear(id) {
      rules = id === undefined ? [] : rules.filter((rule) => rule.id !== id)
    },
    of(occasion) {
      let found: ListedRule | undefined
      for (const rule of rules) {
        if (!matches(rule, occasion)) continue
        rule.seen++
        const { nth = 1, times = rule.nth ? 1 : Number.POSITIVE_INFINITY, seen } = rule
        if (!found && seen >= nth && seen < nth + times) found = rule
      }
      if (found) found.hits++
      return found?.fault
    },
  }
}

function matches(rule: FaultRule, occasion: Occasion): boolean {
  const forExchange = rule.action !== undefined || rule.collection !== undefined
  if (forExchange !== (occasion.action !== undefined)) return false
  return NAMES.every((name) => {
    const wanted = rule[name]
    if (wanted === undefined) return true
    if (name === 'action' && wanted.endsWith('*')) return occasion.action?.startsWith(wanted.slice(0, -1))
    return occasion[name] === wanted
  })
}

function wrongWith(rule: FaultRule): string | undefined {
  if (typeof rule !== 'object' || rule === null) return 'a rule is an object'
  const unknown = Object.keys(rule).find((key) => ![...NAMES, ...COUNTS, 'fault'].includes(key))
  if (unknown) return `a rule has no ${unknown.slice(0, 60)}`
  for (const name of NAMES)
    if (rule[name] !== undefined && typeof rule[name] !== 'string') return `${name} is text`
  for (const name of COUNTS)
    if (rule[name] !== undefined && !isCount(rule[name])) return `${name} is a whole number above 0`
  const { fault } = rule
  if (typeof fault === 'string')
    return WORDS.includes(fault) ? undefined : `fault: ${WORDS.join(', ')}, {code} or {delayMs}`
  if (typeof fault !== 'object' || fault === null) return 'fault is missing'
  if ('delayMs' in fault)
    return typeof fault.delayMs === 'number' && fault.delayMs >= 0 ? undefined : 'delayMs is a number'
  return ['string', 'number'].includes(typeof fault.code) ? undefined : 'fault has no code'
}

/** Does something under a fault. `refuse` makes an answer of an error, `never` is what no answer looks like. */
export async function under<T>(
  fault: Fault | undefined,
  run: () => Promise<T>,
  refuse: (error: { code: string | number; message: string }) => T | Promise<T>,
  never: () => Promise<T | typeof LOST>,
): Promise<T | typeof LOST> {
  if (fault === undefined) return run()
  if (fault === 'timeout') return never()
  if (fault === 'conflict') return refuse(CONFLICT)
  if (fault === 'answerLost') {
    await run()
    return LOST
  }
  if (fault === 'answeredTwice') {
    await run()
    return run()
  }
  if ('delayMs' in fault) {
    await new Promise((done) => setTimeout(done, fault.delayMs).unref())
    return run()
  }
  return refuse({ code: fault.code, message: fault.message ?? 'injected' })
}

export const CONFLICT = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message: '[LockError] transaction conflicted with another one (injected)',
}

/** What a mini-program is told where its answer was lost. */
export const LOST_CALL: CallError = { code: -1, message: 'the answer was lost' }
