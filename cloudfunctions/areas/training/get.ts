import type { ClassDetail } from '../../../contract/training'
import { WAITLIST_RULE_WORDS } from '../../../contract/training/words'
import { collection, command } from '../../platform/database'
import type { Handler } from '../../platform/dispatch'
import { temporaryUrls } from '../../platform/files'
import { Refused } from '../../platform/refusal'
import { showPhotos } from '../photo/show'
import { candidatesOf } from './candidates'
import type { EnrolmentDocument, TrainingClass } from './documents'
import { type Obstacle, whoMayNotCome } from './eligible'
import { elsewhere } from './elsewhere'
import { type Looked, look } from './look'
import { mayPlan } from './may-plan'
import { seatObstacle } from './moves'
import { isSeated, presentClass } from './present'
import { noSeat, sayingOf, sentenceOf } from './refuse'
import { waitingIn } from './seats'
import { seatsOf } from './standing'

/**
 * Three round trips at most: the class with whoever looks; then the people an informant may enrol and their enrolments, or
 * else, beside each other, the place in line, what else is open, and WeChat's verdict of the cover.
 */
export const get: Handler<'training.get'> = async (input, context) => {
  const { account, subject, now } = context
  const looked = await look(input.classId, subject, now)
  if (!looked) throw new Refused('NOT_FOUND')
  const { training, mine } = looked
  if (training.state === 'draft' && !(account && mayPlan(account, training))) throw new Refused('NOT_FOUND')
  const obstacle = isSeated(mine) ? null : obstacleOf(looked, now)
  const saying = subject && account ? sayingOf(subject, account) : (sentence: string) => sentence
  const summary = presentClass(training, subject, looked, now)
  const detail = {
    ...summary,
    ...described(training),
    enrolment:
      mine && isSeated(mine) ? { id: mine._id, enrolledAt: mine.enrolledAt, by: mine.by?.name } : undefined,
    obstacle: obstacle ? { code: obstacle.code, message: saying(sentenceOf(obstacle)) } : undefined,
  }
  const nothingMore = { materials: [], elsewhere: [], mine: mine && presentMine(mine) }
  if (input.candidates)
    return { ...detail, ...nothingMore, ...(account ? await candidatesOf(input, { account, now }) : {}) }
  if (!subject) return { ...detail, ...nothingMore, cover: await coverOf(training) }
  // One of the two: who waits has no need of another class, who has an obstacle no place.
  const [more, cover, urls] = await Promise.all([
    mine?.state === 'waiting' ? placeOf(mine) : obstacle ? elsewhere(looked, now) : undefined,
    coverOf(training),
    // To look up again for who was there.
    isSeated(mine) || mine?.state === 'attended'
      ? temporaryUrls(training.materials.map(({ file }) => file))
      : undefined,
  ])
  return {
    ...detail,
    cover,
    materials: urls ? training.materials.map(({ name, file }) => ({ name, url: urls.get(file) })) : [],
    mine: mine && { ...presentMine(mine), place: typeof more === 'number' ? more : undefined },
    elsewhere: Array.isArray(more)
      ? more.map(({ _id, title, startsAt, place }) => ({ id: _id, title, startsAt, place }))
      : [],
  }
}

const described = (
  training: TrainingClass,
): Omit<ClassDetail, keyof ReturnType<typeof presentClass> | 'materials' | 'elsewhere' | 'mine'> => ({
  about: training.about,
  teacher: {
    name: training.teachers[0]?.name ?? '',
    title: training.teachers[0]?.title ?? '',
  },
  teachers: training.teachers.map(({ name, title }) => ({ name, title })),
  topicName: training.topicName,
  sessions: training.sessions,
  questions: training.questions,
  minAge: training.minAge,
  onceInYears: training.onceInYears,
  approval: training.approval,
  reason: training.reason,
  meet: training.meet,
  bring: training.bring,
  contact: training.contact,
  signUpClosesAt: training.signUpClosesAt,
  cancelClosesAt: training.cancelClosesAt,
  openTo: training.openTo,
  waitlist: {
    rule: training.waitlist,
    words: WAITLIST_RULE_WORDS[training.waitlist],
    waiting: waitingIn(training),
    claimHours: training.claimHours,
  },
})

const presentMine = ({ state, offer, needsConfirm, answers, reason }: EnrolmentDocument) => ({
  state,
  offerUntil: offer?.until,
  needsConfirm: needsConfirm ?? false,
  answers: answers ?? [],
  reason,
})

function obstacleOf({ training, who, history, claim }: Looked, now: Date): Obstacle | null {
  if (!who || !claim) return null
  const obstacle = whoMayNotCome(training, who, history, now)
  if (obstacle) return obstacle
  const code = seatObstacle(seatsOf(training, now), claim)
  return code && noSeat(code, seatsOf(training, now))
}

/** From 1: everybody whose key is smaller stands before. One round trip. */
async function placeOf({ classId, line }: EnrolmentDocument): Promise<number> {
  const { total } = (await collection('enrolments')
    .where({ classId, state: 'waiting', line: command.lt(line ?? '') })
    .count()) as unknown as { total: number }
  return total + 1
}

async function coverOf({ photos }: TrainingClass): Promise<string | undefined> {
  if (photos.length === 0) return undefined
  return (await showPhotos(photos, false))[0]?.url
}
