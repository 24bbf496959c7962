import type { EnrolmentDocument, TrainingClass } from './documents'
import type { Moved, Standing } from './moves'
import type { Seats } from './seats'

/** Whether what villages, townships and reserves have not used is everybody's by now. */
const isReleased = ({ releaseAt }: TrainingClass, now: Date): boolean =>
  releaseAt !== undefined && releaseAt <= now.toISOString()

/** A class's seats, as the model takes them. */
export const seatsOf = (training: TrainingClass, now: Date): Seats => ({
  seats: training.seats,
  seatsPerVillage: training.seatsPerVillage,
  seatsPerTownship: training.seatsPerTownship,
  reserved: training.reserved,
  released: isReleased(training, now),
  taken: {
    all: training.taken,
    village: training.takenByVillage,
    township: training.takenByTownship,
    reserve: training.takenByReserve,
  },
  held: training.held,
  line: training.line,
  freed: training.freed,
})

/** What a move changes of the class. */
export const movedClass = ({ moves }: TrainingClass, { taken, held, line, freed }: Seats) => ({
  taken: taken.all,
  takenByVillage: taken.village,
  takenByTownship: taken.township,
  takenByReserve: taken.reserve,
  held,
  line,
  freed,
  moves: moves + 1,
})

/** How somebody stands, by their row; undefined where there is none. */
export function standingOf(row: EnrolmentDocument | undefined): Standing | undefined {
  if (!row) return undefined
  const { state, village, reserve, claim } = row
  const seat = reserve === undefined ? { village } : { village, reserve }
  switch (state) {
    case 'enrolled':
    case 'pending':
    case 'attended':
    case 'absent':
      return { state, seat }
    case 'waiting':
    case 'offered':
      if (!claim) throw new Error('somebody in line without a claim')
      return state === 'waiting' ? { state, claim } : { state, seat, claim }
    default:
      return { state }
  }
}

/** Orders the line: who comes early first, then who has waited longest. */
const lineKey = (priority: number, since: string, personId: string): string =>
  `${priority}:${since}:${personId}`

/** What a move changes of the row; null takes a field away (`unset` in an update). */
export function movedRow({ standing }: Moved, personId: string, at: string) {
  const { state } = standing
  return {
    state,
    reserve: 'seat' in standing ? standing.seat.reserve : undefined,
    claim: 'claim' in standing ? standing.claim : undefined,
    line: standing.state === 'waiting' ? lineKey(standing.claim.priority, at, personId) : '',
    offer: undefined as EnrolmentDocument['offer'],
  }
}
