import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Bundle } from './logic/types'

const TEXT = /\.(js|json|wxml|wxss|wxs)$/

/** Paths of all files of a bundle, with forward slashes. */
export function filesOf(dist: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(dist, file)).isFile())
    .sort()
}

/** The code, templates, styles and settings of a bundle by path; pictures are left out. */
export function readBundle(dist: string): Bundle {
  const texts = filesOf(dist).filter((file) => TEXT.test(file))
  return Object.fromEntries(texts.map((file) => [file, readFileSync(join(dist, file), 'utf8')]))
}
