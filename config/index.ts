import { resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { version } from '../package.json'

const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp'
/** The contract lies beside the client; its files are TypeScript too. */
const compile = { include: [resolve(__dirname, '../contract')] }
/** Sizes are written as CSS pixels and stay so: a 48 px target is 48 px on every phone. */
const postcss = { pxtransform: { enable: false }, cssModules: { enable: false } }

/** What Taro leaves out of terser's own defaults, for phones that are long gone; and Chinese stays three bytes, not six. */
const terser = {
  enable: true,
  config: {
    compress: {
      ...{ collapse_vars: true, comparisons: true, computed_props: true, hoist_props: true, inline: true },
      ...{ loops: true, negate_iife: true, properties: true, reduce_funcs: true, reduce_vars: true },
      ...{ switches: true, typeofs: true },
    },
    output: { ascii_only: false },
  },
}

interface Cached {
  get(key: 'cache'): { buildDependencies: { files: string[] } }
}
/** Taro has its cache depend on src/app.config, which is not there, so that nothing would ever be kept. */
const keepCache = (chain: Cached) => {
  chain.get('cache').buildDependencies.files = ['babel.config.js', 'package-lock.json'].map((file) =>
    resolve(__dirname, '..', file),
  )
}

export default defineConfig(() => ({
  projectName: 'keji-zhunong',
  date: '2026-11-24',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'client',
  outputRoot: `dist/${target}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  terser,
  copy: {
    patterns: target === 'weapp' ? [{ from: 'client/sitemap.json', to: 'dist/weapp/sitemap.json' }] : [],
    options: {},
  },
  defineConstants: {
    'process.env.TARO_APP_VERSION': JSON.stringify(version),
    // Empty: the mini-program's own default environment.
    'process.env.TARO_APP_ENV_ID': JSON.stringify(process.env.TARO_APP_ENV_ID ?? ''),
  },
  mini: {
    ...{ compile, postcss, optimizeMainPackage: { enable: true }, webpackChain: keepCache },
    // Our deepest page has 12 levels; Taro writes templates for 16. What lies deeper is drawn by a component.
    baseLevel: 13,
  },
  h5: {
    compile,
    postcss,
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    // One file: like a package on the phone, it opens every page also where the network has gone meanwhile.
    webpackChain(chain, webpack) {
      keepCache(chain)
      chain.plugin('oneFile').use(webpack.optimize.LimitChunkCountPlugin, [{ maxChunks: 1 }])
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
  },
}))
