import { createContext, runInContext } from 'node:vm'
import { SHADOWED } from './logic/shadowed'
import type { MakeRealm, ModuleFunction } from './logic/types'

/** An isolated context in Node: no eval, no browser and nothing of Node but what `globals` holds. */
export const makeNodeRealm: MakeRealm = (globals) => {
  const context = createContext({ ...globals }, { codeGeneration: { strings: false, wasm: false } })
  const parseInside = runInContext('(text) => JSON.parse(text)', context) as (text: string) => unknown
  return {
    wrap: (source, file) =>
      runInContext(`(function(require,module,exports,${SHADOWED}){${source}\n})`, context, {
        filename: file,
      }) as ModuleFunction,
    parse: parseInside,
  }
}
