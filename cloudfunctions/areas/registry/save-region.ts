import { countyOf, townshipOf } from '../../../contract/regions'
import type { KnownContext } from '../../platform/context'
import { read, type Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Region } from './documents'
import { EVERYWHERE, reaches, reachOf } from './scope'

const LEVELS: Record<number, Region['level']> = { 6: 'county', 9: 'township', 12: 'village' }
const COUNTY_DIGITS = 6

/** An operator changes the places within their region, a county itself is an administrator's; FORBIDDEN otherwise. */
export function refuseForeign(code: string, { account }: KnownContext): void {
  const reach = reachOf(account, ['bureau', 'admin'])
  const whole = code.length === COUNTY_DIGITS && !reach.includes(EVERYWHERE)
  if (whole || !reaches(reach, code))
    throw new Refused('FORBIDDEN', '这个编号不在您管的地区里。请核对，或者请管那里的同事来办。')
}

/** Six round trips. What shows the name is changed by jobs (rename.ts). */
export const saveRegion: Handler<'registry.saveRegion'> = async ({ code, name }, context) => {
  refuseForeign(code, context)
  await refuseOrphan(code)
  const about = [{ kind: 'region', id: code, name, place: code } as const]
  return context.once((transaction) => write(transaction, code, name), undefined, { about: [...about] })
}

async function write(transaction: Transaction, code: string, name: string) {
  const before = await transaction.get<Region>('regions', code)
  if (before?.archived) throw new Refused('ARCHIVED')
  const renamed = before !== null && (before.name !== name || before.renamed === true)
  const level = LEVELS[code.length] as Region['level']
  await transaction.set<Region>('regions', {
    ...before,
    _id: code,
    name,
    level,
    ...(renamed ? { renamed } : {}),
  })
  return { code }
}

/** A village needs its township, a township its county. */
async function refuseOrphan(code: string): Promise<void> {
  const above =
    code.length === COUNTY_DIGITS ? undefined : townshipOf(code) === code ? countyOf(code) : townshipOf(code)
  if (above === undefined) return
  const parent = await read<Region>('regions', above)
  if (!parent || parent.archived) throw new Refused('NO_SUCH_REGION')
}
