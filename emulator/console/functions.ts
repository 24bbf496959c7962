import { timerOf } from '../runtime/config'
import type { Functions } from '../runtime/functions'
import { schedule } from '../timers'

/** The next time an expression means, in ISO; null where it means none. */
function nextOf(expression: string, now: number): string | null {
  try {
    return schedule(expression).nextRun(new Date(now))?.toISOString() ?? null
  } catch {
    return null
  }
}

/** The functions, their running instances, cold starts and timers. */
export function listFunctions(functions: Functions, now: number) {
  const instances = functions.instances()
  return functions.names().map((name) => {
    const timer = timerOf(functions.configOf(name))?.config ?? null
    return {
      name,
      instances: instances[name]?.instances ?? 0,
      sdk: functions.sdkOf(name),
      coldStarts: instances[name]?.coldStarts ?? 0,
      timer,
      next: timer === null ? null : nextOf(timer, now),
    }
  })
}
