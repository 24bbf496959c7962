import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeClientCall } from './calls'
import { makeClock } from './clock'
import { failure } from './errors'
import { LOST, LOST_CALL, makeFaults } from './faults'
import { makeFiles } from './files'
import { type Gateway, listen } from './http/gateway'
import { routes } from './http/routes'
import { timerOf } from './runtime/config'
import { makeFunctions } from './runtime/functions'
import { APP_ID } from './runtime/identity'
import { makeSnapshots } from './snapshots'
import { closeState, openState } from './state'
import { openStore } from './store'
import { startTimers, timerEvent } from './timers'
import type { Emulator, EmulatorOptions } from './types'
import { until } from './until'
import { makeActive } from './wechat/active'
import { makeMediaChecks } from './wechat/media'
import { makeOpenApi } from './wechat/openapi'
import { makePhones } from './wechat/phones'
import { switchToUtc } from './zone'

export type {
  CallAnswer,
  CallError,
  CallRecord,
  Emulator,
  EmulatorOptions,
  Exchange,
  Template,
} from './types'

/**
 * Starts the local cloud. For development, tests and demonstrations only: it believes whatever openid a header names.
 * Rejects with a sentence where the directory is in use or the port is taken.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'local-cloud-'))
  const clock = makeClock(options.now)
  const { now } = clock
  await switchToUtc()
  const state = openState(dir)
  const store = openStore({
    file: join(dir, 'database.sqlite'),
    schema: options.schema ?? { collections: {} },
    now,
  })
  let url = ''
  const files = makeFiles(dir, state, now)
  const phones = makePhones(state, options.templates ?? [], now)
  const active = makeActive(state, now)
  const functions = makeFunctions(options, clock, (instance) => `${url}/admin/instance/${instance}`)
  const media = makeMediaChecks({
    state,
    files,
    active,
    clock,
    push: (event, openid) =>
      functions.call(options.pushFunction ?? 'wechat', JSON.stringify(event), {
        openid,
        source: 'wx_unknown',
      }),
  })
  const openApi = makeOpenApi({
    ...{ phones, active, media, now },
    codes: { appId: APP_ID, pages: options.appPages },
  })
  const fireTimer: Emulator['fireTimer'] = async (name) => {
    const trigger = timerOf(functions.configOf(name))
    if (functions.names().includes(name) && !trigger)
      return { id: '', ...failure('malformed', `${name} has no timer`) }
    return functions.call(name, timerEvent(trigger?.name ?? '', new Date(now())), {
      source: 'wx_trigger',
    })
  }

  const faults = makeFaults()
  const clientCall = makeClientCall({ functions, faults, active })
  const { snapshot, restore } = makeSnapshots({ dir, state, store, active, media, functions, clock, faults })
  const base = () => url
  const pages = options.pages ?? {}
  let gateway: Gateway
  try {
    gateway = await listen(
      options.port ?? 0,
      routes({
        clock,
        faults,
        snapshot,
        restore,
        store,
        functions,
        files,
        openApi,
        base,
        clientCall,
        phones,
        pages,
        fireTimer,
      }),
    )
  } catch (error) {
    media.close()
    await functions.close()
    store.close()
    closeState(state)
    throw error
  }
  url = gateway.url
  const warn = (sentence: string) => void process.stderr.write(`${sentence}\n`)
  const stopTimers = options.timers === false ? () => undefined : startTimers(functions, clock, warn)

  return {
    url,
    dir,
    port: gateway.port,
    store,
    clock,
    calls: () => functions.calls,
    faults,
    async call(name, event, openid) {
      const text = JSON.stringify(event ?? {})
      if (openid === undefined) return functions.call(name, text)
      const answer = await clientCall(name, text, openid)
      return answer === LOST ? { id: '', error: LOST_CALL } : answer
    },
    load({ collections }) {
      for (const [name, documents] of Object.entries(collections)) {
        store.insertMany(name, documents as Record<string, unknown>[])
      }
    },
    fireTimer,
    snapshot,
    restore,
    idle: () => until(() => functions.active() === 0 && media.pending() === 0),
    async close() {
      stopTimers()
      clock.close()
      media.close()
      await functions.close()
      await gateway.close()
      store.close()
      closeState(state)
      if (options.dir === undefined) rmSync(dir, { recursive: true, force: true })
    },
  }
}
