import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { filesOf } from './bundle'

const FOLDERS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }

function compilers(): { wcc: string; wcsc: string } {
  const folder = FOLDERS[process.platform]
  if (!folder || (folder === 'linux' && process.arch !== 'x64'))
    throw new Error(
      `WeChat gives its WXML compiler for Linux x64, macOS and Windows, not ${process.platform}`,
    )
  const home = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', folder)
  const end = folder === 'windows' ? '.exe' : ''
  const found = { wcc: join(home, `wcc${end}`), wcsc: join(home, `wcsc${end}`) }
  // The package is published without the executable bit.
  for (const file of Object.values(found)) chmodSync(file, 0o755)
  return found
}

/** @throws with the compiler's own words where it complains */
function run(command: string, args: string[], cwd: string): void {
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0 || stderr.trim()) throw new Error(`${error?.message ?? ''}${stderr.trim()}`)
}

/**
 * Compiles a bundle's templates and styles with WeChat's own compilers.
 * @returns the program of the templates: it defines `$gwx`
 * @throws where a template or a stylesheet is not valid
 */
export function compileTemplates(dist: string): string {
  const { wcc, wcsc } = compilers()
  const files = filesOf(dist)
  const components = files
    .filter((file) => file.endsWith('.wxml') && files.includes(file.replace(/wxml$/, 'json')))
    .map((file) => ({ file, names: usedBy(join(dist, file.replace(/wxml$/, 'json'))) }))
    .filter(({ names }) => names.length > 0)
  const used = components.flatMap(({ file, names }) => [file, names.length, ...names])
  const scratch = mkdtempSync(join(tmpdir(), 'wxml-'))
  try {
    const program = join(scratch, 'templates.js')
    const templates = files.filter((file) => /\.wx(ml|s)$/.test(file))
    const list = ['-d', '-cc', [components.length, ...used].join(' '), ...templates, '-gn', '$gwx']
    run(wcc, [...list, '-o', program], dist)
    const styles = files.filter((file) => file.endsWith('.wxss'))
    const out = ['-o', join(scratch, 'styles.js')]
    if (styles.length > 0) run(wcsc, ['-lc', '-js', ...styles, '-pc', String(styles.length), ...out], dist)
    return readFileSync(program, 'utf8')
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function usedBy(jsonFile: string): string[] {
  return Object.keys(JSON.parse(readFileSync(jsonFile, 'utf8')).usingComponents ?? {})
}
