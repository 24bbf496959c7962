import type { Configuration } from '../../platform/configuration'
import { collection, command, inTransaction, rows } from '../../platform/database'
import { seal, unseal } from '../../platform/secrets'
import type { Person } from '../registry/documents'

/** People a run takes on. */
const BATCH = 50

/**
 * Seals numbers with the newest key that an older one sealed, a batch a run; once it answers 0 the older key can be taken
 * out of IDENTITY_KEYS. Nothing else of the person changes, so their version does not either.
 */
export async function resealNumbers(configuration: Configuration): Promise<{ resealed: number }> {
  const older = configuration.identityKeys.slice(1).map(({ name }) => name)
  if (older.length === 0) return { resealed: 0 }
  const found = await rows<Person>(
    collection('people')
      .where({ 'identity.key': command.in(older) })
      .limit(BATCH),
  )
  for (const { _id } of found)
    await inTransaction(async (transaction) => {
      const person = await transaction.get<Person>('people', _id)
      if (!person?.identity || !older.includes(person.identity.key)) return
      const number = unseal(person.identity, _id, configuration)
      await transaction.update('people', _id, { identity: seal(number, _id, configuration) })
    })
  return { resealed: found.length }
}
