import { environmentOf } from '../../emulator/runtime/pool'
import { PAGE } from './things'

// biome-ignore lint/suspicious/noExplicitAny: the SDK's types do not fit its own answers
let db: any

/** Points the SDK at a server; it asks its environment at each call. */
export function sdk(url: string): void {
  Object.assign(process.env, environmentOf(`${url}/admin`), { WX_OPENID: 'bench' })
  if (db) return
  const cloud = require('wx-server-sdk')
  cloud.init({ env: 'local' })
  db = cloud.database()
}

const any = (below: number) => Math.floor(Math.random() * below)

const get = () =>
  db
    .collection('things')
    .where({ kind: `k${any(50)}` })
    .orderBy('n', 'desc')
    .limit(PAGE)
    .get()

const add = () => db.collection('other').add({ data: { name: '王秀英', n: any(1e9) } })

/** Two reads and two writes of documents nobody else wants. */
async function transaction(): Promise<void> {
  const begun = await db.startTransaction()
  const [one, other] = [any(400), 400 + any(400)].map((n) => begun.collection('things').doc(`id${n}`))
  await one.get()
  await other.get()
  await one.update({ data: { moved: db.command.inc(1) } })
  await other.update({ data: { moved: db.command.inc(-1) } })
  await begun.commit()
}

/** What is measured, each through the SDK. */
export const calls = { get, add, transaction } satisfies Record<string, () => Promise<unknown>>
export type Kind = keyof typeof calls
