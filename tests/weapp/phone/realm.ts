import { createContext, runInContext } from 'node:vm'
import type { MakeRealm, ModuleFunction } from './logic/types'

/** WeChat wraps each module so that these names mean nothing in it. */
export const SHADOWED =
  'window,document,frames,self,location,navigator,localStorage,history,Caches,screen,alert,confirm,prompt,XMLHttpRequest,WebSocket,fetch'

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
