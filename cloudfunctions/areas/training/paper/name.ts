import { beijing } from '../../../../contract/time'
import type { Session, TrainingClass } from '../documents'

type Named = Pick<TrainingClass, 'title' | 'sessions'>

/** A file's name has none of these signs, on whichever system it is kept. */
const plain = (title: string): string => title.replace(/[\\/:*?"<>|\s]+/g, '')
const day = (at: string | Date): string => beijing(at).format('YYYYMMDD')

/** Which of several sessions it is: "第2次"; of one there is nothing to say. */
export const sessionName = ({ sessions }: Pick<Named, 'sessions'>, { id }: Pick<Session, 'id'>): string =>
  sessions.length > 1 ? `第${sessions.findIndex((each) => each.id === id) + 1}次` : ''

/** By the session and its day: the sheets of several sessions are printed on one day, and lie in one folder. */
export const signInName = (training: Named, session: Session): string =>
  ['签到表', plain(training.title), sessionName(training, session), day(session.startsAt)]
    .filter((part) => part !== '')
    .join('-')

/** By the day it was made: it changes until the class begins. */
export const rosterName = ({ title }: Pick<Named, 'title'>, now: Date): string =>
  `花名册-${plain(title)}-${day(now)}`
