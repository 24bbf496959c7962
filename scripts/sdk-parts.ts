import type { Plugin } from 'esbuild'

/**
 * Parts of wx-server-sdk that load with it though no function here asks for them: a third of the time an instance
 * needs to load. Bundling puts a sentence in the place of each; every other file of the SDK stays as it is published.
 * Whoever needs one takes its entry out. All of tests/system runs on the bundles, so a part that is missed is noticed.
 */
export const LEFT_OUT: readonly { part: string; what: string; functions: readonly string[] }[] = [
  // Language models; brings a browser's streams and adapters along.
  { part: '@cloudbase/node-sdk/dist/ai/index.js', what: 'ai()', functions: ['createAI'] },
  // Data models and MySQL. The SDK tries to set them up when it is initialised, and goes on without them.
  {
    part: '/node_modules/@cloudbase/wx-cloud-client-sdk/',
    what: 'models, mysql() and rdb()',
    functions: ['generateHTTPClient', 'generateMySQLClient'],
  },
  // Tickets for signing in outside of WeChat.
  { part: '/node_modules/jsonwebtoken/', what: 'auth().createTicket()', functions: ['sign'] },
]

/** A module of the same functions, each of which says why it is not there. */
function sentences(what: string, functions: readonly string[]): string {
  const message = JSON.stringify(`${what} is left out of the bundle, see scripts/sdk-parts.ts`)
  return functions.map((name) => `exports.${name} = () => { throw new Error(${message}) }`).join('\n')
}

/** Leaves the parts out of a bundle. */
export const leaveOut: Plugin = {
  name: 'leave-out',
  setup(build) {
    build.onLoad({ filter: /[\\/](@cloudbase|jsonwebtoken)[\\/]/ }, ({ path }) => {
      const file = path.replaceAll('\\', '/')
      const left = LEFT_OUT.find(({ part }) => file.includes(part))
      return left && { contents: sentences(left.what, left.functions), loader: 'js' }
    })
  },
}
