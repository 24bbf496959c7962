import { concernedBy, placesOf } from '../../platform/audit'
import { collection, command, inTransaction, rows } from '../../platform/database'
import type { RequestRecord } from '../../platform/request'
import type { AuditDocument } from './documents'

const BATCH = 100

/**
 * Copies what requests did into the audit log: one entry for each thing. An entry's id is the request's with the thing's
 * number, so that a run that died half-way is simply run again. Answers how many requests were copied.
 */
export async function copyToAudit(): Promise<{ audited: number }> {
  const records = await rows<RequestRecord>(
    collection('requests').where({ toAudit: true }).orderBy('at', 'asc').limit(BATCH),
  )
  // A few at a time: each is a handful of exchanges, and a call of the county's day should not wait for them.
  for (const record of records) await copyOne(record)
  return { audited: records.length }
}

async function copyOne(record: RequestRecord): Promise<void> {
  const ids = record.about.map((_, index) => `${record._id}:${index}`)
  const there = new Set(
    (
      await rows<{ _id: string }>(
        collection('audit')
          .where({ _id: command.in(ids) })
          .limit(ids.length),
      )
    ).map(({ _id }) => _id),
  )
  await inTransaction(async (transaction) => {
    const now = await transaction.get<RequestRecord>('requests', record._id)
    if (!now?.toAudit) return
    for (const [index, _id] of ids.entries())
      if (!there.has(_id)) await transaction.create<AuditDocument>('audit', entryOf(record, index, _id))
    // Something may have been added meanwhile (bulk work): then the next run finds it.
    if (now.about.length === record.about.length)
      await transaction.update('requests', record._id, { toAudit: false })
  })
}

function entryOf(record: RequestRecord, index: number, _id: string): AuditDocument {
  const { at, operation, who, forWhom, reason, requestId } = record
  const about = record.about[index]!
  const concerns = concernedBy(about, record.shown)
  return {
    _id,
    at,
    operation,
    who,
    forWhom,
    about,
    concerns,
    places: placesOf(about.place),
    reason,
    requestId,
  }
}
