import { randomUUID } from 'node:crypto'
import type { Plan } from '../../../contract/training/plan'
import { checkText } from '../../platform/content'
import { scopesOf } from '../../platform/context'
import { command, read } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Account } from '../identity/documents'
import { aboutClass } from './change-class'
import { datesOf, numbered } from './dates'
import { type TrainingClass, UNTOUCHED } from './documents'
import { mayPlan } from './may-plan'
import { checkFiles, namesOf, requirePlaces, teachersOf, wordsOf } from './plan-parts'
import { fixedChanges, planFaults } from './plan-rules'
import { placesIn, regionOf } from './regions'
import { phaseOf } from './rules'

/** Nine round trips: the class, its teachers and its places beside each other, then the transaction. */
export const save: Handler<'training.save'> = async ({ classId, version = 0, plan }, context) => {
  const faults = planFaults(plan)
  if (Object.keys(faults).length > 0) throw new Refused('INVALID_INPUT', undefined, faults)
  const [before, teachers, openTo] = await Promise.all([
    classId === undefined ? null : read<TrainingClass>('classes', classId),
    teachersOf(plan.teacherIds),
    namesOf(plan.openTo),
    requirePlaces(plan.reserved, 'plan.reserved'),
  ])
  const { account, now } = context
  if (classId !== undefined && !(before && mayPlan(account, before))) throw new Refused('NOT_FOUND')
  const region = regionOf(plan.openTo)
  // Not out of one's own reach either: nobody plans a class that others then could not see to.
  if (!mayPlan(account, { region, teachers })) throw notTheirs(account)
  await checkFiles(plan, before, context)
  await checkText(context.openid, wordsOf(plan))
  const fresh: TrainingClass = {
    ...UNTOUCHED,
    ...(before ?? { _id: `class-${randomUUID()}`, state: 'draft' as const }),
    ...plannedFields(plan, before),
    teachers,
    openTo,
    region,
    places: placesIn(region),
    version: version + 1,
    by: { personId: account.personId, name: account.name, openid: context.openid },
  }
  return context.once(
    async (transaction) => {
      const present = before && (await transaction.get<TrainingClass>('classes', fresh._id))
      if ((present?.version ?? 0) !== version) throw new Refused('STALE')
      if (present) refuseFixed(present, fresh)
      const { state } = present ?? fresh
      if (!present) await transaction.set('classes', fresh)
      else await transaction.update('classes', fresh._id, changesOf(present, fresh))
      return { classId: fresh._id, version: fresh.version, phase: phaseOf({ ...fresh, state }, now) }
    },
    undefined,
    { about: [aboutClass(fresh)] },
  )
}

/** A teacher has left out what makes a class theirs; of the bureau it lies out of scope. */
const notTheirs = (account: Account): Refused =>
  scopesOf(account, 'expert').length > 0
    ? new Refused('INVALID_INPUT', undefined, { 'plan.teacherIds': '自己的班要把自己选上' })
    : new Refused('FORBIDDEN')

/** What is planned; counters, state and what people are told are not of it. */
function plannedFields(plan: Plan, before: TrainingClass | null) {
  const { cover, sessions, teacherIds: _, openTo: __, signUpClosesAt, cancelClosesAt, ...same } = plan
  const kept = before?.photos.filter(({ fileID }) => fileID === cover) ?? []
  const photos = kept.length > 0 ? kept : cover ? [{ fileID: cover }] : []
  return {
    ...same,
    ...datesOf(numbered(sessions, before?.sessions ?? [])),
    signUpClosesAt: signUpClosesAt ?? '',
    cancelClosesAt: cancelClosesAt ?? '',
    photos,
    photosToCheck: kept.length > 0 ? (before?.photosToCheck ?? false) : photos.length > 0,
  }
}

/** Of a class that was published only what nobody relies on; of a title rows have copies, which jobs then renews. */
function changesOf(before: TrainingClass, fresh: TrainingClass): Record<string, unknown> {
  const untouched = new Set([...Object.keys(UNTOUCHED), '_id', 'state', 'tell', 'remindAt', 'reason'])
  const fields = Object.keys({ ...before, ...fresh }) as (keyof TrainingClass)[]
  const changes = Object.fromEntries(
    fields.filter((field) => !untouched.has(field)).map((field) => [field, fresh[field] ?? command.remove()]),
  )
  const copied = before.state !== 'draft' && before.title !== fresh.title
  return copied
    ? { ...changes, change: before.change + 1, tell: before.tell ?? { kind: 'copied', reason: '' } }
    : changes
}

function refuseFixed(before: TrainingClass, after: TrainingClass): void {
  if (before.state === 'draft') return
  if (before.state === 'cancelled' || before.state === 'finished') throw new Refused('CLASS_STATE')
  const changed = fixedChanges(before, after)
  if (changed.length === 0) return
  const sentence = '已经发布了，这一项不能在这里改。时间地点和名额另有办法改，会通知报了名的人。'
  throw new Refused(
    'INVALID_INPUT',
    undefined,
    Object.fromEntries(changed.map((field) => [`plan.${field}`, sentence])),
  )
}
