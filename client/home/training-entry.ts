import { sayTime } from '../../contract/time'
import type { Enrolment } from '../../contract/training'
import { enrolmentStanding } from '../training/standing'
import type { Entry, Home, Now, Standing } from './summary'

export const TRAINING = { key: 'training', picture: 'training', page: '/training/classes/index' } as const

function standingFor(enrolment: Enrolment, now: Now): Standing {
  const { kind, words } = enrolmentStanding(enrolment, new Date(now).getTime())
  return { kind, text: words }
}

/** The way to the classes, and under it the one I am in next. */
export function trainingEntry({ training: { next } }: Home, now: Now): Entry {
  const entry: Entry = { ...TRAINING, name: '报名培训', standing: [] }
  if (!next) return { ...entry, about: '看看能报哪些班' }
  return {
    ...entry,
    mine: {
      text: `${sayTime(next.startsAt, now)} ${next.title}`,
      standing: standingFor(next, now),
      page: `/training/class/index?id=${next.classId}`,
    },
  }
}

/** What waits for my word, shown before everything: an offered seat, or a class that has changed. */
export function askOf({ training: { ask } }: Home, now: Now): Entry['mine'] {
  return (
    ask && {
      text: ask.title,
      standing: standingFor(ask, now),
      page: `/training/class/index?id=${ask.classId}`,
    }
  )
}
