import { SHADOWED } from '../../phone/logic/shadowed'
import type { MakeRealm, ModuleFunction } from '../../phone/logic/types'

/** The bundle's JavaScript as plain functions of this window: it sees `globals`, and nothing under a browser's names. */
export const makeBrowserRealm: MakeRealm = (globals) => {
  const names = Object.keys(globals)
  const values = Object.values(globals)
  return {
    wrap: (source, file) => {
      const inner = `return (function(require,module,exports,${SHADOWED}){${source}\n})\n//# sourceURL=weapp/${file}`
      return new Function(...names, inner)(...values) as ModuleFunction
    },
    parse: (json) => JSON.parse(json),
  }
}
