import type { Input } from '../../../../../contract'
import type { HouseholdCard } from '../../../../../contract/registry'
import { type PersonForm, toldOf as toldOfPerson } from '../edit-person/person-form'
import type { HouseholdForm } from './fields'

/** The fields beside which something can be told. */
export const FIELDS = [
  'address',
  'cadreId',
  'village',
  'head',
  'head.name',
  'head.birthYear',
  'head.phone',
] as const

export const EMPTY: HouseholdForm = { address: '', assisted: false, cadre: null }

export const formOf = ({ address, assisted, cadre }: HouseholdCard): HouseholdForm => ({
  address: address ?? '',
  assisted: assisted ?? false,
  cadre: cadre ?? null,
})

type Told = Pick<Input<'registry.saveHousehold'>, 'address' | 'assisted' | 'cadreId'>

/** What is sent of a form: who is not assisted has no cadre for it. */
export const toldOf = ({ address, assisted, cadre }: HouseholdForm): Told => ({
  ...(address.trim() ? { address } : {}),
  assisted,
  ...(assisted && cadre ? { cadreId: cadre.personId } : {}),
})

/** The head of a new household; what is missing of them is told at its field. */
export const headOf = (form: PersonForm): NonNullable<Input<'registry.saveHousehold'>['head']> => {
  const { name, birthYear, phone } = toldOfPerson(form)
  return { name, birthYear, ...(phone ? { phone } : {}) }
}

/** "head.name" → "name": the head's fields are those of any person. */
export const problemsOfHead = (problems: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(problems).flatMap(([field, sentence]) =>
      field.startsWith('head.') ? [[field.slice('head.'.length), sentence]] : [],
    ),
  )
