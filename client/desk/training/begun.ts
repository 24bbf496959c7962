import type { Me } from '../../../contract/identity'
import { countyOf } from '../../../contract/regions'
import { EMPTY, type PlanForm } from './form'

/** What a new class begins with: a desk's own region, or a teacher's own name. */
export function begunBy({ person, roles }: Pick<Me, 'person' | 'roles'>): PlanForm {
  const bureau = roles.find(({ role }) => role === 'bureau')
  if (bureau?.scope) return { ...EMPTY, places: [{ code: bureau.scope, name: bureau.scopeName }] }
  const expert = roles.find(({ role }) => role === 'expert')
  if (!expert?.scope || !person) return EMPTY
  const teacher = { id: expert.scope, name: person.name, title: '' }
  const places = person.village ? [{ code: countyOf(person.village), name: '全县' }] : []
  return { ...EMPTY, teachers: [teacher], places }
}
