import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DEMO_ENVIRONMENT, DEMO_TEMPLATES } from '../../demo/environment'
import { BUILD_PATIENCE, ourBundle } from './our-bundle'
import { filesOf, readBundle } from './phone/bundle'
import { compileProblems } from './phone/compile'

let dist = ''
let bundle: Record<string, string> = {}
beforeAll(async () => {
  dist = await ourBundle()
  bundle = readBundle(dist)
}, BUILD_PATIENCE)

const MB = 1024 * 1024

/** Where in the bundle something stands, with what is around it. */
const found = (what: RegExp): string[] =>
  Object.entries(bundle).flatMap(([file, text]) =>
    [...text.matchAll(what)].map((match) => `${file}: ${text.slice(match.index - 30, match.index + 60)}`),
  )

test('WeChat’s compilers accept the bundle, its code and the size of each package', async () => {
  expect(await compileProblems([dist])).toEqual([[]])
}, 120_000)

test('all packages together are less than 30 MB, and nothing lies in the bundle that is not for a phone', () => {
  const files = filesOf(dist)
  const bytes = files.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0)
  expect(bytes).toBeLessThan(30 * MB)
  const kinds = new Set(files.map((file) => file.split('.').at(-1)))
  expect([...kinds].sort()).toEqual(['js', 'json', 'png', 'txt', 'wxml', 'wxs', 'wxss'])
})

test('what only the demonstration needs is not in the bundle', () => {
  // A switch's `on` is no secret, and stands in many a word.
  const secrets = [...Object.values(DEMO_ENVIRONMENT), ...DEMO_TEMPLATES.map(({ id }) => id)].filter(
    (each) => each.length >= 8,
  )
  const words = [
    'x-demo-openid',
    'demo-(?:villager|informant|expert|cooperative|bureau|cadre|admin|visitor)',
    '/call/api',
    '/upload\\?',
    '/wechat/(?:subscribe|messages)',
    'localhost',
    '127\\.0\\.0\\.1',
    '@font-face',
    '\\.woff',
    '王秀英',
    '云岭',
    ...secrets.map((each) => each.replace(/[^\w]/g, '\\$&')),
  ]
  expect(found(new RegExp(words.join('|'), 'g'))).toEqual([])
})

test('checking input is the server’s: zod is not in the bundle', () => {
  expect(found(/zod|invalid_type|unrecognized_keys|safeParse/gi)).toEqual([])
})

test('no screen depends on an address in the network', () => {
  const names = [
    // Names a kind of document; nothing is fetched.
    /^http:\/\/www\.w3\.org\//,
    // Stands in the text of React's errors.
    /^https:\/\/reactjs\.org\/docs\/error-decoder/,
    // Taro's stand-in for a base where it takes an address apart.
    /^https:\/\/taro\.com/,
  ]
  const addresses = Object.values(bundle)
    .flatMap((text) => text.match(/(?:https?:|wss?:)?\/\/[\w-]+(?:\.[\w-]+)+[^\s"'`)]*/g) ?? [])
    .filter((address) => !names.some((name) => name.test(address)))
  expect(addresses).toEqual([])
})

test('no code is made from text: a phone refuses it', () => {
  // Webpack asks for the global object so, where there is no globalThis, and goes on without.
  const webpacks = /try\{return this\|\|new Function\("return this"\)\(\)\}catch/g
  bundle = Object.fromEntries(
    Object.entries(bundle).map(([file, text]) => [file, text.replace(webpacks, 'try{}catch')]),
  )
  expect(found(/\beval\s*\(|\bnew Function\b|[^\w.]Function\(/g)).toEqual([])
})

test('the project opens in DevTools from the repository, and from the bundle alone', () => {
  const root = JSON.parse(readFileSync('project.config.json', 'utf8'))
  const inside = JSON.parse(readFileSync(join(dist, 'project.config.json'), 'utf8'))
  expect(root).toMatchObject({ miniprogramRoot: 'dist/weapp/', cloudfunctionRoot: 'dist/cloudfunctions/' })
  expect(inside).toMatchObject({ miniprogramRoot: './' })
  // DevTools must not compile again what Taro has compiled.
  for (const { setting } of [root, inside])
    expect(setting).toMatchObject({ es6: false, enhance: false, postcss: false, minified: false })
})
