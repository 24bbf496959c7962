import { timerOf } from '../runtime/config'
import type { Parts } from './routes'

const SHOWN = 50

/** What the console page reads: `/collections`, `/collections/<name>`, `/functions`. Undefined for anything else. */
export function consoleData({ store, functions }: Parts, area: string, name: string): unknown {
  if (area === 'collections')
    return name ? store.find(decodeURIComponent(name), {}, SHOWN) : store.collections()
  if (area === 'functions' && name === '') {
    const instances = functions.instances()
    return functions.names().map((each) => ({
      name: each,
      instances: instances[each]?.instances ?? 0,
      coldStarts: instances[each]?.coldStarts ?? 0,
      timer: timerOf(functions.configOf(each))?.config ?? null,
    }))
  }
  return undefined
}
