import { OPERATIONS, type OperationName } from '../contract'
import { playScene } from '../scripts/screens/scene'
import { SHOTS } from '../scripts/screens/shots'
import { startCloud } from '../tests/system/cloud'
import { type Done, doActions } from '../tests/weapp/actions'
import { ourBundle } from '../tests/weapp/our-bundle'
import { readBundle } from '../tests/weapp/phone/bundle'
import { allPages, readAppJson } from '../tests/weapp/phone/logic/app-json'
import { type Ground, loadedBy, MOST_BYTES, type Visit, visit, visitable } from '../tests/weapp/visit'
import type { Found, Line, Measurement } from './line'

/** A page as somebody opened it. */
export interface Opened extends Pick<Visit, 'calls' | 'asksWho' | 'bytes'> {
  /** Who, and what was to be seen. */
  as: string
}

/** The worst of those who opened a page: furthest from its target of calls, most bytes. */
export function linesOf(
  page: string,
  loads: OperationName | null,
  opened: readonly Opened[],
): { calls: Line; bytes: Line } {
  const exactly = loads ? 1 : 0
  const off = ({ calls }: Opened) => Math.abs(calls.length - exactly)
  const [worst] = [...opened].sort((a, b) => off(b) - off(a))
  const [heaviest] = [...opened].sort((a, b) => b.bytes - a.bytes)
  const who = opened.filter(({ asksWho }) => asksWho).length
  const called = worst?.calls.join(', ') || 'nothing'
  const note = `${called}; of ${opened.length} who opened it${who > 0 ? `, ${who} asked who is calling` : ''}`
  return {
    calls: { name: page, value: worst?.calls.length ?? Number.NaN, target: { exactly }, note },
    bytes: {
      name: `${page}: setData`,
      value: heaviest?.bytes ?? Number.NaN,
      unit: 'bytes',
      target: { most: MOST_BYTES },
      note: heaviest?.as ?? '',
    },
  }
}

const WRITES: readonly OperationName[] = OPERATIONS.filter(({ writes }) => writes).map(({ name }) => name)

/** How often an action was sent; what the screen then loads is that screen's call. */
export function lineOfAction({ name, calls }: Done): Line {
  const shown = calls.filter((operation) => !WRITES.includes(operation))
  const own = calls.filter((operation) => WRITES.includes(operation))
  return {
    name: `action: ${name}`,
    value: own.length,
    target: { exactly: 1 },
    note: `${own.join(', ')}; then shows ${shown.join(', ') || 'what it has'}`,
  }
}

async function openAll(ground: Ground, page: string): Promise<Opened[]> {
  const opened: Opened[] = []
  // Without a network there is no call to count.
  for (const shot of (SHOTS[page]?.shots ?? []).filter((each) => visitable(each) && !each.network)) {
    const { errors, ...found } = await visit(ground, page, shot)
    const as = `as ${shot.as}, ${shot.state}`
    if (errors.length > 0) throw new Error(`${page} ${as}: ${errors.join('; ')}`)
    opened.push({ ...found, as })
  }
  return opened
}

/** Every page of app.json in the phone harness, opened as everybody who can; then every action once. Exact counts. */
export const screenCalls: Measurement = {
  name: 'screen-calls',
  title: 'Calls of a screen and of an action, bytes of setData until the screen is at rest',
  async measure(): Promise<Found> {
    const dist = await ourBundle()
    const cloud = await startCloud()
    try {
      const emulatorUrl = cloud.emulator.url
      const ground = { dist, emulatorUrl, scene: await playScene(emulatorUrl) }
      const pages: ReturnType<typeof linesOf>[] = []
      for (const page of allPages(readAppJson(readBundle(dist)))) {
        const loads = SHOTS[page] ? loadedBy(SHOTS[page]) : null
        pages.push(linesOf(page, loads, await openAll(ground, page)))
      }
      const actions = (await doActions(ground)).map(lineOfAction)
      return {
        lines: [...pages.map(({ calls }) => calls), ...actions, ...pages.map(({ bytes }) => bytes)],
        notes: [
          'Each page is the first of its app’s life, and the worst of all who opened it is told.',
          'Who is calling is asked once in that life and is not counted, except on the page that shows it.',
        ],
      }
    } finally {
      await cloud.close()
    }
  },
}
