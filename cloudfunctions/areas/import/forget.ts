import { collection, command } from '../../platform/database'

/** Removes the rows of imports that are a month old: they hold personal data, and nobody takes such an import back. */
export async function forgetImports(now: Date): Promise<void> {
  const old = { forgetAt: command.lt(now.toISOString()) }
  await collection('importChunks').where(old).remove()
  await collection('importRows').where(old).remove()
}
