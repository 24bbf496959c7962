import type { Input } from '../../../../../contract'
import type { PersonCard } from '../../../../../contract/registry'

/** The form as typed; each field as text. */
export interface PersonForm {
  name: string
  birthYear: string
  phone: string
  relation: string
}
export const EMPTY: PersonForm = { name: '', birthYear: '', phone: '', relation: '' }
/** The fields beside which something can be told. */
export const FIELDS = ['name', 'birthYear', 'phone', 'relation', 'householdId', 'region'] as const

export const formOf = ({ name, birthYear, phone, relation }: PersonCard): PersonForm => ({
  name,
  birthYear: String(birthYear),
  phone: phone ?? '',
  relation: relation ?? '',
})

type Told = Pick<Input<'registry.savePerson'>, 'name' | 'birthYear' | 'phone' | 'relation'>

/** What is sent of a form: an emptied field is left out, which takes it away. A year that is none is refused by the server. */
export const toldOf = ({ name, birthYear, phone, relation }: PersonForm): Told => ({
  name,
  birthYear: /^\d{4}$/.test(birthYear.trim()) ? Number(birthYear) : 0,
  ...(phone.trim() ? { phone } : {}),
  ...(relation ? { relation } : {}),
})
