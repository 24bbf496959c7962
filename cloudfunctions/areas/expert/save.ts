import { randomUUID } from 'node:crypto'
import type { Thing } from '../../../contract/audit'
import { countyOf, townshipOf } from '../../../contract/regions'
import type { KnownContext } from '../../platform/context'
import { collection, command, rows, type Transaction } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import { personIn, refuseStale } from '../registry/changing'
import type { Person, Region } from '../registry/documents'
import { putPerson } from '../registry/put-person'
import { homeOf } from '../registry/scope'
import type { Expert } from './documents'
import { derivedExpert } from './rules'

/** Eight round trips for a new expert, who gets the role with it, nine where they use WeChat; seven for a change. */
export const save: Handler<'expert.save'> = async (input, context) => {
  await refuseUnknown(input.townships)
  const expertId = input.expertId ?? `expert-${randomUUID()}`
  const about: Thing[] = []
  return context.once(
    async (transaction) => {
      // Whose the person is, theirs is the expert: staff of the county are the county's.
      const person = await personIn(transaction, input.personId, context)
      const before = input.expertId ? await expertIn(transaction, expertId, person._id) : null
      if (before) refuseStale(before, input)
      else if (person.roles?.some(({ role }) => role === 'expert')) throw new Refused('EXPERT_ALREADY')
      const region = before?.region ?? countyOf(homeOf(person) ?? '')
      if (input.townships.some((code) => countyOf(code) !== region)) throw new Refused('NO_SUCH_REGION')
      const { title, fields, crops, townships, taking, maxOpen } = input
      const kept = before ?? {
        ...{ _id: expertId, personId: input.personId, name: person.name, region },
        ...{ introduction: '', photos: [], photosToCheck: false, open: 0 },
      }
      const written = derivedExpert(before, {
        ...kept,
        title,
        fields,
        crops,
        townships,
        available: taking,
        maxOpen,
      })
      await transaction.set('experts', written)
      if (!before) await grant(transaction, person, expertId, context)
      about.splice(0, about.length, thingOfExpert(written))
      return { expertId, version: written.version ?? 0 }
    },
    undefined,
    { about },
  )
}

/** An expert as what an entry of the audit log is about. */
export const thingOfExpert = ({ _id, name, region }: Expert): Thing => ({
  kind: 'expert',
  id: _id,
  name,
  place: region,
})

async function expertIn(transaction: Transaction, expertId: string, personId: string): Promise<Expert> {
  const found = await transaction.get<Expert>('experts', expertId)
  if (!found || found.personId !== personId) throw new Refused('NOT_FOUND')
  if (found.archived) throw new Refused('ARCHIVED')
  return found
}

async function grant(
  transaction: Transaction,
  person: Person,
  expertId: string,
  { configuration }: KnownContext,
) {
  const role = { role: 'expert', scope: expertId, scopeName: '专家' } as const
  await putPerson(transaction, person, { ...person, roles: [...(person.roles ?? []), role] }, configuration)
}

async function refuseUnknown(townships: readonly string[]): Promise<void> {
  if (townships.length === 0) return
  const query = collection('regions').where({
    _id: command.in([...townships]),
    archived: command.exists(false),
  })
  const found = await rows<Region>(query.limit(townships.length))
  const known = new Set(found.map(({ _id }) => _id))
  if (townships.some((code) => !known.has(code) || townshipOf(code) !== code))
    throw new Refused('NO_SUCH_REGION')
}
