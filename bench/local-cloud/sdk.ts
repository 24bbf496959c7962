// biome-ignore lint/suspicious/noExplicitAny: the SDK's types do not fit its own answers
let db: any

/** Points the SDK at a server; it asks its environment at each call. */
export function sdk(url: string): void {
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${url}/admin` })
  if (db) return
  Object.assign(process.env, {
    ...{
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: 'local',
      TCB_ENV: 'local',
    },
    ...{ TENCENTCLOUD_SECRETID: 'local', TENCENTCLOUD_SECRETKEY: 'local' },
    ...{ WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: 'bench' },
  })
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
