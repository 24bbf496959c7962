import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { readBundle } from '../phone/bundle'
import { allPages, readAppJson } from '../phone/logic/app-json'
import { browserStyle } from './styles'
import { compileBuiltins, compileForGlass } from './templates'

/** What a browser loads to run a bundle: paths under the glass's own folder, and their text. */
export interface GlassProgram {
  'index.html': string
  'host.js': string
  'bundle.js': string
}

const html = (css: string) => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,">
<style>${css}</style>
<style id="page-style"></style>
<div id="navigation" class="wechat-navigation"></div>
<div class="wechat-window"><div id="view" class="wechat-view"></div></div>
<div id="tabs" class="wechat-tabs"></div>
<script src="bundle.js"></script>
<script src="host.js"></script>
`

let host: Promise<string> | undefined
/** The phone for the browser, made once per process. */
const hostScript = () => {
  host ??= build({
    entryPoints: [join(__dirname, 'browser/host.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '')
  return host
}

const known = new Map<string, GlassProgram>()

/** Compiles a bundle for the browser; again only when it has changed. */
export async function glassProgram(dist: string): Promise<GlassProgram> {
  const bundle = readBundle(dist)
  const key = createHash('sha256').update(JSON.stringify(bundle)).digest('hex')
  const before = known.get(key)
  if (before) return before
  const pages = allPages(readAppJson(bundle))
  const styles = Object.fromEntries(pages.map((page) => [page, browserStyle(bundle, `${page}.wxss`)]))
  const code = Object.fromEntries(Object.entries(bundle).filter(([file]) => /\.js(on)?$/.test(file)))
  const parts = { bundle: code, program: compileForGlass(bundle), builtins: compileBuiltins(), styles }
  const wechat = readFileSync(join(__dirname, 'wechat.css'), 'utf8')
  const program = {
    'index.html': html(`${wechat}\n${browserStyle(bundle, 'app.wxss')}`),
    'host.js': await hostScript(),
    'bundle.js': `const GLASS = ${JSON.stringify(parts)}`,
  }
  known.set(key, program)
  return program
}
