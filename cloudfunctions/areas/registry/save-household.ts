import { randomUUID } from 'node:crypto'
import type { Parsed } from '../../../contract'
import type { Thing } from '../../../contract/audit'
import { isWithin } from '../../../contract/regions'
import { HEAD } from '../../../contract/registry'
import { dayOf } from '../../../contract/time'
import type { KnownContext } from '../../platform/context'
import { read, type Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { householdIn, refuseStale } from './changing'
import type { Person } from './documents'
import { thingOfHousehold } from './household'
import { type Place, placeOf } from './places'
import { putHousehold } from './put-household'
import { putPerson } from './put-person'
import { reaches, reachOf } from './scope'

type Input = Parsed<'registry.saveHousehold'>

/** Eight round trips: the village and the cadre, then the transaction. */
export const saveHousehold: Handler<'registry.saveHousehold'> = async (input, context) => {
  const { village, cadreId } = input
  const place = village === undefined ? undefined : await placeOf(village)
  if (place && !reaches(reachOf(context.account, ['bureau']), place.code)) throw new Refused('NO_SUCH_REGION')
  const cadre = cadreId === undefined ? undefined : await read<Person>('people', cadreId)
  if (cadreId !== undefined && !cadre) throw new Refused('NO_CADRE')
  const about: Thing[] = []
  const householdId = input.householdId ?? `household-${randomUUID()}`
  return context.once(
    async (transaction) => {
      const written = place
        ? await add(transaction, householdId, input, place, context)
        : await change(transaction, householdId, input, context)
      if (cadre) refuseNoCadre(cadre, written.village, context.now)
      about.splice(0, about.length, thingOfHousehold(written))
      return { householdId, version: written.version ?? 0 }
    },
    undefined,
    { about },
  )
}

async function add(transaction: Transaction, _id: string, input: Input, at: Place, context: KnownContext) {
  const { assisted, address, cadreId, head } = input
  if (!head) throw new Refused('INVALID_INPUT')
  const where = { village: at.code, villageName: at.name, place: at.place }
  const headId = `person-${randomUUID()}`
  const person = { _id: headId, ...head, ...where, householdId: _id, isHead: true, relation: HEAD }
  await putPerson(transaction, null, person, context.configuration)
  return putHousehold(
    transaction,
    null,
    { _id, headId, headName: head.name, ...where, assisted, address, cadreId },
    person,
  )
}

async function change(transaction: Transaction, _id: string, input: Input, context: KnownContext) {
  const before = await householdIn(transaction, _id, context)
  refuseStale(before, input)
  const { assisted, address, cadreId } = input
  return putHousehold(transaction, before, { ...before, assisted, address, cadreId })
}

function refuseNoCadre({ roles = [], archived }: Person, village: string, now: Date): void {
  const holds = roles.some(
    ({ role, scope = '', until }) =>
      role === 'cadre' && isWithin(scope, village) && (until === undefined || until >= dayOf(now)),
  )
  if (archived || !holds) throw new Refused('NO_CADRE')
}
