import { townshipOf } from '../../../contract/regions'
import { collection, command, rows } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { Refused } from '../../platform/refusal'
import type { Region } from '../registry/documents'
import { aboutClass } from './change-class'
import type { EnrolmentDocument, TrainingClass } from './documents'
import { mayPlan } from './may-plan'
import { requirePlaces } from './plan-parts'
import { planFaults } from './plan-rules'
import { type Over, resize } from './resize'
import { seatsOf } from './standing'

/** Who is told by name of a limit that would be too low. */
const NAMED = 20
/** States in which somebody has a seat, or is promised one. */
const HOLDING = ['enrolled', 'pending', 'offered', 'attended', 'absent']

/**
 * Other quotas. Those that would be below what is taken or offered change nothing: the answer says by how much, and who
 * came last. Eight round trips: six, and two more to say whom it would affect.
 */
export const changeSeats: Handler<'training.changeSeats'> = async (
  { classId, seats, seatsPerVillage, seatsPerTownship, reserved, releaseAt },
  { account, now, once },
) => {
  const quotas = { seats, seatsPerVillage, seatsPerTownship, reserved }
  const faults = quotaFaults(quotas)
  if (Object.keys(faults).length > 0) throw new Refused('INVALID_INPUT', undefined, faults)
  await requirePlaces(reserved, 'reserved')
  const about: ReturnType<typeof aboutClass>[] = []
  return once(
    async (transaction) => {
      const training = await transaction.get<TrainingClass>('classes', classId)
      if (!training || !mayPlan(account, training)) throw new Refused('NOT_FOUND')
      about.splice(0, about.length, aboutClass(training))
      const { state } = training
      if (state === 'cancelled' || state === 'finished') throw new Refused('CLASS_STATE')
      const released = releaseAt !== undefined && releaseAt <= now.toISOString()
      const next = resize(seatsOf(training, now), quotas, released)
      if (Array.isArray(next)) return { classId, changed: false, over: await named(next, training) }
      await transaction.update('classes', classId, {
        seats,
        seatsPerVillage: seatsPerVillage ?? command.remove(),
        seatsPerTownship: seatsPerTownship ?? command.remove(),
        reserved,
        releaseAt: releaseAt ?? command.remove(),
        releaseDueAt: (state !== 'draft' && !released && releaseAt) || command.remove(),
        version: training.version + 1,
        moves: training.moves + 1,
        // What is more is for those in line.
        toOffer: state !== 'draft',
      })
      return { classId, changed: true, over: [] }
    },
    undefined,
    { about },
  )
}

/** The same as in a plan, by the names of this operation's fields. */
function quotaFaults(
  quotas: Pick<TrainingClass, 'seats' | 'seatsPerVillage' | 'seatsPerTownship'> & {
    reserved: NonNullable<TrainingClass['reserved']>
  },
): Record<string, string> {
  const faults = planFaults({ ...quotas, sessions: [], questions: [] } as never)
  return Object.fromEntries(
    Object.entries(faults).map(([field, said]) => [field.slice('plan.'.length), said]),
  )
}

/** The limits as a person reads them, with who came last as many as are too many. */
async function named(over: readonly Over[], { _id, reserved = [], openTo }: TrainingClass) {
  const places = over.flatMap(({ of, key }) => (of === 'village' || of === 'township' ? [key ?? ''] : []))
  const [people, regions] = await Promise.all([
    rows<EnrolmentDocument>(
      collection('enrolments')
        .where({ classId: _id, state: command.in(HOLDING) })
        .orderBy('enrolledAt', 'desc')
        .limit(100),
    ),
    places.length === 0
      ? []
      : rows<Region>(
          collection('regions')
            .where({ _id: command.in(places) })
            .limit(places.length),
        ),
  ])
  const nameOf = new Map([
    ...openTo.map(({ code, name }) => [code, name] as const),
    ...regions.map(({ _id: code, name }) => [code, name] as const),
    ...reserved.map(({ id, name }) => [id, name] as const),
  ])
  return over.map(({ of, key = '', limit, used }) => ({
    of,
    name: of === 'class' ? '全班' : of === 'open' ? '大家的名额' : (nameOf.get(key) ?? key),
    limit,
    used,
    people: people
      .filter((row) => countsFor(row, of, key))
      .slice(0, Math.min(NAMED, used - limit))
      .map(({ personId, personName }) => ({ personId, name: personName })),
  }))
}

const countsFor = ({ village, reserve }: EnrolmentDocument, of: Over['of'], key: string): boolean =>
  ({
    class: true,
    village: village === key,
    township: townshipOf(village) === key,
    reserve: reserve === key,
    open: reserve === undefined,
  })[of]
