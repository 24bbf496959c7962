import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DEMO_ENVIRONMENT } from '../../demo/environment'
import { environmentOf } from '../../emulator/runtime/pool'
import { buildFunctionsIfChanged, FUNCTIONS } from '../../scripts/functions'
import { startLocalCloud } from '../../scripts/local-cloud'
import type { Found, Measurement } from '../line'
import { median, quantile } from '../statistics'

const ROUNDS = 21
const MOST = 0.9
const CHILD = join(__dirname, 'child.cjs')
/** What a person's first screen asks for. */
const EVENT = JSON.stringify({ operation: 'home.get', input: {}, requestId: 'bench-first-call' })

/** Milliseconds as a fresh process measured them. */
function inFreshProcess(args: readonly string[], env: Record<string, string>): Promise<number> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [CHILD, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)))
    child.on('error', failed)
    child.on('close', (code) => {
      const text = said.join('').trim()
      if (code === 0) done(Number(text.split('\n').at(-1)))
      else failed(new Error(`the first call cannot be measured: ${text.slice(-1000)}`))
    })
  })
}

const spread = (name: string, times: readonly number[]): string =>
  `${name}: half of ${times.length} processes between ${Math.round(quantile(times, 0.25))} and ${Math.round(quantile(times, 0.75))} ms`

/**
 * From nothing loaded to the answer of home.get, beside loading the published SDK alone. Both in fresh processes, one
 * after the other in turn, so that whatever else the machine does falls on both alike.
 */
export const firstCall: Measurement = {
  name: 'first-call',
  title: 'Loading api and answering its first call',
  async measure(): Promise<Found> {
    await buildFunctionsIfChanged()
    const dir = mkdtempSync(join(tmpdir(), 'bench-'))
    const emulator = await startLocalCloud({ dir, timers: false })
    try {
      const env = {
        ...environmentOf(`${emulator.url}/admin`, DEMO_ENVIRONMENT),
        WX_OPENID: 'demo-villager',
        PATH: process.env.PATH ?? '',
      }
      const bundle = resolve(FUNCTIONS, 'api/index.js')
      const sdk = require.resolve('wx-server-sdk')
      const [answered, loaded, ofSdk]: [number[], number[], number[]] = [[], [], []]
      for (let round = 0; round < ROUNDS; round++) {
        answered.push(await inFreshProcess(['call', bundle, EVENT], env))
        ofSdk.push(await inFreshProcess(['load', sdk], env))
        loaded.push(await inFreshProcess(['load', bundle], env))
      }
      return {
        lines: [
          {
            name: 'first call ÷ require(wx-server-sdk)',
            value: median(answered) / median(ofSdk),
            target: { most: MOST },
          },
          { name: 'loading and first call, median', value: median(answered), unit: 'ms' },
          { name: 'of which loading', value: median(loaded), unit: 'ms' },
          { name: 'require(wx-server-sdk), median', value: median(ofSdk), unit: 'ms' },
        ],
        notes: [spread('first call', answered), spread('require(wx-server-sdk)', ofSdk)],
      }
    } finally {
      await emulator.close()
      rmSync(dir, { recursive: true, force: true })
    }
  },
}
