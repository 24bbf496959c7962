import { Cron } from 'croner'
import type { Functions } from './functions'

/** The event of a timer, as WeChat sends it; it carries no identity. */
export const timerEvent = (name: string) => ({
  Type: 'Timer',
  TriggerName: name,
  Time: new Date().toISOString(),
})

/** Starts the timers of every config.json (7 fields, UTC as in the cloud); answers how to stop them. */
export function startTimers(functions: Functions): () => void {
  const timers = functions
    .names()
    .flatMap((name) =>
      (functions.configOf(name).triggers ?? []).flatMap((trigger) =>
        trigger.type === 'timer'
          ? [
              new Cron(
                trigger.config,
                { timezone: 'UTC', protect: true, unref: true, mode: '7-part' },
                async () => void (await functions.call(name, timerEvent(trigger.name))),
              ),
            ]
          : [],
      ),
    )
  return () => {
    for (const timer of timers) timer.stop()
  }
}
