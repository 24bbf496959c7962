import { CERTIFICATE_TITLES } from '../../../../contract/training/certificate-words'
import { personScan } from '../../../../contract/training/scan'
import type { Handler } from '../../../platform/dispatch'
import { Refused } from '../../../platform/refusal'
import { personCode } from './codes'
import { rowIn } from './row'
import { hasSeat } from './rules'
import { whyNoCode } from './sessions'

/** One round trip. */
export const myCode: Handler<'training.myCode'> = async ({ classId }, { subject, configuration }) => {
  const { training, row } = await rowIn(classId, subject.id)
  if (!training || training.state === 'draft') throw new Refused('NOT_FOUND')
  if (!row || !hasSeat(row)) throw new Refused('NO_SEAT_HERE', '没有报上这个班，还没有签到码。请先报名。')
  const code = personCode(classId, subject.id, configuration)
  return {
    classId,
    title: training.title,
    name: subject.name,
    text: personScan(classId, subject.id, code),
    code,
    certifies: CERTIFICATE_TITLES[training.kind] !== undefined,
    noCode: whyNoCode(training),
    sessions: training.sessions.map(({ id, startsAt, place }) => ({
      id,
      startsAt,
      place,
      state: row.checkIns?.[id]?.is,
    })),
  }
}
