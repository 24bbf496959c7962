import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { ifChanged } from './changed'
import { copyFont } from './fonts'
import { leaveOut } from './sdk-parts'

const SOURCE = 'cloudfunctions/functions'
export const FUNCTIONS = 'dist/cloudfunctions'
/** V8's code of them, kept by the local cloud from start to start. */
export const COMPILED = '.cache/compiled'
/** It prints certificates. */
const WITH_FONT = 'documents'

/** Makes each function one minified file without node_modules, as it is uploaded. */
export async function buildFunctions(root = process.cwd(), out = FUNCTIONS): Promise<string[]> {
  const names = readdirSync(join(root, SOURCE))
  for (const name of names) {
    mkdirSync(join(root, out, name), { recursive: true })
    await build({
      entryPoints: [join(root, SOURCE, name, 'index.ts')],
      outfile: join(root, out, name, 'index.js'),
      bundle: true,
      minify: true,
      platform: 'node',
      target: 'node18',
      format: 'cjs',
      legalComments: 'none',
      logLevel: 'error',
      // Its form for modules asks where it lies, which within a bundle is nowhere.
      alias: { pdfkit: require.resolve('pdfkit') },
      plugins: [leaveOut],
    })
    copyFileSync(join(root, SOURCE, name, 'config.json'), join(root, out, name, 'config.json'))
    if (name === WITH_FONT) copyFont(join(root, out, name, 'fonts'))
  }
  return names
}

/** Builds the functions if they, the contract or the packages have changed; answers whether it did. */
export const buildFunctionsIfChanged = (): Promise<boolean> =>
  ifChanged(
    'functions',
    [
      ...['cloudfunctions', 'contract', 'package-lock.json'],
      ...['functions', 'fonts', 'sdk-parts'].map((name) => `scripts/${name}.ts`),
    ],
    FUNCTIONS,
    () => buildFunctions(),
  )
