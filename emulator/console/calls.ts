import type { CallRecord } from '../types'

/** A call in one line: its exchanges and its log only counted. */
export function brief({ exchanges, log, ...record }: CallRecord) {
  return {
    ...record,
    exchanges: exchanges.length,
    scanned: exchanges.reduce((sum, { scanned }) => sum + scanned, 0),
    wasteful: exchanges.filter(({ wasteful }) => wasteful).length,
    faults: exchanges.filter(({ fault }) => fault !== undefined).length,
    lines: log.length,
  }
}
