import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const CACHE = resolve(__dirname, '../../.cache')

/** Where an installed browser usually is. */
const USUAL = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export interface Chromium {
  executablePath: string
  /** What it needs beside the process's own environment. */
  environment: Record<string, string>
}

/** The package's fonts alone, so that pictures are the same on every machine: Chinese comes by @font-face. */
const fontSettings = (dir: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(dir, 'fonts', 'fonts')}</dir>
  <cachedir>${join(dir, 'fonts', 'cache')}</cachedir>
</fontconfig>
`

/**
 * Unpacks the browser inside @sparticuz/chromium once per version. It unpacks to the temporary directory and its
 * libraries only where it believes to be in a cloud function, so a process of its own is told both.
 */
async function unpacked(): Promise<string> {
  // The package exports its code alone, so its version is read from where that lies.
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '../../package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const dir = join(CACHE, `chromium-${version}`)
  if (existsSync(dir)) return dir
  const partial = `${dir}.${process.pid}`
  mkdirSync(partial, { recursive: true })
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())"
  const environment = { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
  await run(process.execPath, ['-e', script], { cwd: __dirname, env: environment })
  writeFileSync(join(partial, 'fonts.conf'), fontSettings(dir))
  try {
    renameSync(partial, dir)
  } catch (error) {
    // Another process was quicker.
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(dir)) throw error
  }
  return dir
}

/** Whether the system lacks libraries the browser is linked against; without ldd to ask, it is taken to. */
async function lacksLibraries(executable: string): Promise<boolean> {
  try {
    const { stdout } = await run('ldd', [executable])
    return stdout.includes('not found')
  } catch {
    return true
  }
}

/** Finds a browser: `CHROMIUM` names one, else an installed one, else the one inside the package (Linux x64). */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM
  if (named && !existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist`)
  const installed = named ?? USUAL.find((path) => existsSync(path))
  if (installed) return { executablePath: installed, environment: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`no browser: install Chrome or name one in CHROMIUM (the packaged one is for Linux x64)`)
  }
  const dir = await unpacked()
  const executablePath = join(dir, 'chromium')
  const environment: Record<string, string> = { FONTCONFIG_FILE: join(dir, 'fonts.conf') }
  if (await lacksLibraries(executablePath)) {
    const libraries = [join(dir, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean)
    environment.LD_LIBRARY_PATH = libraries.join(delimiter)
  }
  return { executablePath, environment }
}
