import { randomUUID } from 'node:crypto'
import type { Parsed } from '../../../contract'
import type { Thing } from '../../../contract/audit'
import { HEAD } from '../../../contract/registry'
import { command, type Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { householdIn, livingIn, personIn, refuseStale } from './changing'
import type { Household, Person } from './documents'
import { listing } from './listing'
import { thingOfPerson } from './person'
import { type Place, placeOf } from './places'
import { putPerson, type Told } from './put-person'
import { reaches, reachOf } from './scope'
import { searchWord } from './search-words'

type Input = Parsed<'registry.savePerson'>
const VILLAGE_DIGITS = 12
const NAMESAKES = 5

/** Nine round trips to add somebody or change them, eleven where they come from another household and use WeChat. */
export const savePerson: Handler<'registry.savePerson'> = async (input, context) => {
  const reach = reachOf(context.account, ['bureau'])
  const place = input.region === undefined || input.householdId ? undefined : await placeOf(input.region)
  if (place && !reaches(reach, place.code)) throw new Refused('NO_SUCH_REGION')
  const personId = input.personId ?? `person-${randomUUID()}`
  // What the log says of it is known once it is written.
  const about: Thing[] = []
  return context.once(
    async (transaction) => {
      const before = input.personId ? await personIn(transaction, input.personId, context) : null
      if (before) refuseStale(before, input)
      const household = input.householdId
        ? await householdIn(transaction, input.householdId, context)
        : undefined
      const after = changed(before ?? { ...NOBODY, _id: personId }, input, household, place)
      if (before?.householdId && after.householdId !== before.householdId) await leave(transaction, before)
      if (!before && !input.another) await refuseNamesake(after)
      // A guard: a household cannot be archived while somebody moves in.
      if (household && after.householdId !== before?.householdId)
        await transaction.update('households', household._id, { version: command.inc(1) })
      const written = await putPerson(transaction, before, after, context.configuration)
      about.splice(0, about.length, thingOfPerson(written))
      return { personId, version: written.version ?? 0 }
    },
    undefined,
    { about },
  )
}

const NOBODY = { name: '', birthYear: 0, place: '', isHead: false }

function changed(
  before: Told,
  input: Input,
  household: Household | undefined,
  place: Place | undefined,
): Told {
  const { name, birthYear, phone, relation } = input
  const told = { ...before, name, birthYear, phone, relation: before.isHead ? HEAD : relation }
  if (household && household._id !== before.householdId)
    return {
      ...told,
      householdId: household._id,
      ...livingIn(household),
      isHead: false,
      relation: relation === HEAD ? undefined : relation,
    }
  // Who lives in a household lives where it does.
  if (!place || told.householdId) return told
  const village = place.code.length === VILLAGE_DIGITS
  return {
    ...told,
    village: village ? place.code : undefined,
    villageName: village ? place.name : undefined,
    home: village ? undefined : place.code,
    place: place.place,
  }
}

/** Whoever is its head cannot leave the others; the household is written, so that nobody makes them its head meanwhile. */
async function leave(transaction: Transaction, { _id, householdId = '' }: Person): Promise<void> {
  const old = await transaction.get<Household>('households', householdId)
  if (old?.headId === _id) throw new Refused('HEAD_STAYS')
  if (old) await transaction.update('households', householdId, { version: command.inc(1) })
}

/** Outside the transaction's snapshot on purpose: two people of one name are allowed, and only asked about. */
async function refuseNamesake({ name, village }: Told): Promise<void> {
  const word = searchWord(name)
  if (!village || !word) return
  const found = await listing<Person>('people', { word, scopes: [village], size: NAMESAKES, more: { name } })
  if (found.rows.length > 0) throw new Refused('SAME_NAME')
}
