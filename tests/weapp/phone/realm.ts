import { createContext, runInContext, Script } from 'node:vm'
import { SHADOWED } from './logic/shadowed'
import type { MakeRealm, ModuleFunction } from './logic/types'

/** Each file is compiled once, whatever number of phones run it. */
const scripts = new Map<string, Script>()

function scriptOf(source: string, filename: string): Script {
  const script =
    scripts.get(source) ??
    new Script(`(function(require,module,exports,${SHADOWED}){${source}\n})`, { filename })
  scripts.set(source, script)
  return script
}

/** An isolated context in Node: no eval, no browser and nothing of Node but what `globals` holds. */
export const makeNodeRealm: MakeRealm = (globals) => {
  const context = createContext({ ...globals }, { codeGeneration: { strings: false, wasm: false } })
  const parseInside = runInContext('(text) => JSON.parse(text)', context) as (text: string) => unknown
  return {
    wrap: (source, file) => scriptOf(source, file).runInContext(context) as ModuleFunction,
    parse: parseInside,
  }
}
