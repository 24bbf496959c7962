import { Cron } from 'croner'
import type { Clock } from './clock'
import { timerOf } from './runtime/config'
import type { Functions } from './runtime/functions'

/** The event of a timer, as the cloud sends it; it carries no identity. */
export const timerEvent = (name: string, at: Date): string =>
  JSON.stringify({ Message: '', Time: at.toISOString(), TriggerName: name, Type: 'Timer' })

/**
 * When a trigger fires: seven fields (second minute hour day month week year; week 0 is Sunday), read in Beijing's time
 * although the functions' clock is UTC; day and week are alternatives where both are given (WeChat's 定时触发器 page).
 * Throws what is wrong with the expression.
 */
export const schedule = (expression: string): Cron =>
  new Cron(expression, { timezone: 'Asia/Shanghai', mode: '7-part', paused: true })

/** Starts the timers the functions have now; answers how to stop them. A wrong expression is told, and left out. */
export function startTimers(
  functions: Functions,
  clock: Clock,
  warn: (sentence: string) => void,
): () => void {
  const stops = new Map<string, () => void>()
  const plans = functions.names().flatMap((name) => {
    const trigger = timerOf(functions.configOf(name))
    if (!trigger) return []
    try {
      const timer = schedule(trigger.config)
      const plan = (after: number) => {
        stops.get(name)?.()
        const due = timer.nextRun(new Date(after))
        if (!due) return
        const fire = () => {
          plan(due.getTime())
          return functions.call(name, timerEvent(trigger.name, due), { source: 'wx_trigger' })
        }
        stops.set(name, clock.at(due.getTime(), fire))
      }
      plan(clock.now())
      return [plan]
    } catch (error) {
      warn(`the timer of ${name} does not work: ${(error as Error).message}`)
      return []
    }
  })
  clock.onMove(() => {
    for (const plan of plans) plan(clock.now())
  })
  return () => {
    for (const stop of stops.values()) stop()
  }
}
