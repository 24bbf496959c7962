import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildAll } from '../scripts/build'
import { compilePackages } from '../tests/weapp/phone/compile'
import { buildBareApp } from './bare-app/build'
import type { Found, Line, Measurement } from './line'

const MAIN = 'the main package'
const MOST = 1.6

/** Bytes of a folder as Taro wrote it, without the folders named. */
function rawBytes(folder: string, without: readonly string[] = []): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  )
  const counted = files.filter((file) => !without.some((root) => file.startsWith(root)))
  return counted.reduce((sum, file) => {
    const found = statSync(join(folder, file))
    return found.isFile() ? sum + found.size : sum
  }, 0)
}

/** Our main package beside that of a Taro React app of two pages, built in the same run and compiled the same way. */
export const packageSize: Measurement = {
  name: 'package',
  title: 'Size of the WeChat package',
  async measure(): Promise<Found> {
    await buildAll(['weapp'])
    const bareDist = await buildBareApp({ anew: true })
    const dist = resolve('dist/weapp')
    const [ours = {}, bare = {}] = (await compilePackages([dist, bareDist])).map(({ problems, sizes }) => {
      if (problems.length > 0) throw new Error(`a bundle does not compile: ${problems.join('; ')}`)
      return sizes
    })
    const roots = Object.keys(ours).filter((owner) => owner !== MAIN)
    const main = ours[MAIN] ?? Number.NaN
    const bareMain = bare[MAIN] ?? Number.NaN
    const lines: Line[] = [
      { name: 'main package ÷ bare app', value: main / bareMain, target: { most: MOST } },
      { name: 'main package', value: main, unit: 'bytes' },
      { name: 'bare app', value: bareMain, unit: 'bytes' },
      ...roots.map((root): Line => ({ name: `subpackage ${root}`, value: ours[root] ?? 0, unit: 'bytes' })),
      { name: 'main package as Taro wrote it', value: rawBytes(dist, roots), unit: 'bytes' },
      { name: 'bare app as Taro wrote it', value: rawBytes(bareDist), unit: 'bytes' },
    ]
    return { lines }
  },
}
