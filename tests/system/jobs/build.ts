import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { buildFunctionsIfChanged, FUNCTIONS } from '../../../scripts/functions'
import { leaveOut } from '../../../scripts/sdk-parts'
import { type Cloud, startCloud } from '../cloud'
import type { Run } from './faulty-jobs'

/** Puts the faulty cloud where the product asks for the real one. */
const faulty: Plugin = {
  name: 'faulty-cloud',
  setup({ onResolve }) {
    const path = join(__dirname, 'faulty-cloud.ts')
    onResolve({ filter: /\/cloud$/ }, ({ importer }) => (importer === path ? undefined : { path }))
  },
}

export interface FaultyCloud extends Cloud {
  /** Runs one job; `died` if the instance was killed. */
  run(run: Run): Promise<{ died: boolean; result?: unknown }>
}

/** The local cloud whose `jobs` can be killed between any two steps. */
export async function startFaultyCloud(): Promise<FaultyCloud> {
  await buildFunctionsIfChanged()
  const functions = mkdtempSync(join(tmpdir(), 'functions-'))
  cpSync(FUNCTIONS, functions, { recursive: true })
  await build({
    entryPoints: [join(__dirname, 'faulty-jobs.ts')],
    outfile: join(functions, 'jobs/index.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    logLevel: 'error',
    plugins: [faulty, leaveOut],
  })
  const cloud = await startCloud({ functions })
  return {
    ...cloud,
    async run(run) {
      const answer = await cloud.emulator.call('jobs', run)
      if ('result' in answer) return { died: false, result: answer.result }
      if (answer.error.code !== -504002) throw new Error(`${answer.error.code} ${answer.error.message}`)
      return { died: true }
    },
    async close() {
      await cloud.close()
      rmSync(functions, { recursive: true, force: true })
    },
  }
}
