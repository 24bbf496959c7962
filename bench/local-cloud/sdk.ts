import { environmentOf } from '../../emulator/runtime/pool'

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

export const getSorted = () =>
  db
    .collection('things')
    .where({ kind: `k${any(50)}` })
    .orderBy('n', 'desc')
    .limit(20)
    .get()

export const addOne = () => db.collection('other').add({ data: { name: '王秀英', n: any(1e9) } })

/** Two reads and two writes of documents nobody else wants. */
export async function move(): Promise<void> {
  const transaction = await db.startTransaction()
  const [one, other] = [any(400), 400 + any(400)].map((n) => transaction.collection('things').doc(`id${n}`))
  await one.get()
  await other.get()
  await one.update({ data: { moved: db.command.inc(1) } })
  await other.update({ data: { moved: db.command.inc(-1) } })
  await transaction.commit()
}
