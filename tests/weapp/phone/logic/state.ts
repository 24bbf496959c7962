import type { PhoneState } from './types'

/** A phone as it comes out of the box; `changes` turns what a test wants different. */
export function newPhoneState(changes: Partial<PhoneState> = {}): PhoneState {
  return {
    online: true,
    fontSizeSetting: 16,
    fontSizeScaleFactor: 1,
    windowWidth: 375,
    windowHeight: 667,
    storage: new Map(),
    modalAnswers: [],
    sheetAnswers: [],
    photoCounts: [],
    denied: new Set(),
    files: new Map(),
    chatFiles: [],
    scans: [],
    api: [],
    cloudCalls: [],
    subscriptionsAsked: [],
    dialogs: [],
    toasts: [],
    badges: new Map(),
    setData: [],
    errors: [],
    insideTap: false,
    pending: new Map(),
    ...changes,
  }
}

/** Counts work as under way until it has ended, well or badly. */
export async function underWay<T>(state: PhoneState, what: string, work: () => Promise<T>): Promise<T> {
  const key = Symbol(what)
  state.pending.set(key, what)
  try {
    return await work()
  } finally {
    state.pending.delete(key)
  }
}

/** A failure in words, whatever was thrown, from whichever realm. */
export function inWords(failure: unknown): string {
  const { stack, errMsg, message } = (failure ?? {}) as { stack?: string; errMsg?: string; message?: string }
  return stack ?? errMsg ?? message ?? String(failure)
}
