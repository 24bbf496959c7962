import { defineConfig } from '@tarojs/cli'
import { OUTPUT } from '../output'

/** The least a Taro React app needs to build for WeChat; no option that would change its size beside ours. */
export default defineConfig(() => ({
  projectName: 'bare-app',
  date: '2026-01-01',
  designWidth: 750,
  deviceRatio: { 750: 1 },
  sourceRoot: 'src',
  outputRoot: OUTPUT,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
}))
