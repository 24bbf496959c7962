import { inWords } from './state'
import type { PhoneState } from './types'

/** A screen is not settled while a timer this short (in ms) runs; a longer one is a reminder, not a reaction. */
const REACTION = 2500

type Callback = (...values: unknown[]) => void

/** The bundle's timers: what they throw is recorded, and short ones count as work under way. */
export function makeTimers(state: PhoneState) {
  const live = new Set<ReturnType<typeof setTimeout>>()
  const waiting = new Map<unknown, symbol>()
  const guarded = (callback: Callback, values: unknown[]) => {
    try {
      callback(...values)
    } catch (failure) {
      state.errors.push(inWords(failure))
    }
  }
  const forget = (timer: unknown) => {
    const key = waiting.get(timer)
    if (key) state.pending.delete(key)
    waiting.delete(timer)
    live.delete(timer as ReturnType<typeof setTimeout>)
  }
  return {
    globals: {
      setTimeout(callback: Callback, delay = 0, ...values: unknown[]) {
        const timer = setTimeout(() => {
          guarded(callback, values)
          forget(timer)
        }, delay)
        live.add(timer)
        if (delay <= REACTION) {
          const key = Symbol('timer')
          state.pending.set(key, `a timer of ${delay} ms`)
          waiting.set(timer, key)
        }
        return timer
      },
      clearTimeout(timer: unknown) {
        clearTimeout(timer as ReturnType<typeof setTimeout>)
        forget(timer)
      },
      setInterval(callback: Callback, delay = 0, ...values: unknown[]) {
        const timer = setInterval(() => guarded(callback, values), delay)
        live.add(timer)
        return timer
      },
      clearInterval(timer: unknown) {
        clearInterval(timer as ReturnType<typeof setInterval>)
        forget(timer)
      },
    },
    stopAll() {
      for (const timer of [...live]) {
        clearTimeout(timer)
        clearInterval(timer)
        forget(timer)
      }
    },
  }
}
