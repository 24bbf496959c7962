import { sayDates } from '../../../../contract/time'
import type { Session, TrainingClass } from '../documents'
import { sessionName } from './name'
import type { Person } from './people'

/** One sheet of paper, whatever it is written with. */
export interface Sheet {
  heading: string
  /** Lines below the heading: when, where, who teaches. */
  facts: string[]
  columns: { name: string /** In characters. */; width: number }[]
  rows: string[][]
  /** Somebody writes into the rows by hand. */
  toSign: boolean
}

/** Empty lines at the end, for who comes unannounced. */
const SPARE = 8

/** With its year: paper is kept. */
const when = ({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): string =>
  `时间：${sayDates(startsAt, endsAt)}`
const teachers = (training: TrainingClass): string =>
  `老师：${training.teachers.map(({ name }) => name).join('、') || '　　　　　　'}`

/** Which of several sessions it is, behind its time. */
const ofSeveral = (training: TrainingClass, session: Session): string => {
  const name = sessionName(training, session)
  return name && `（${name}课，共 ${training.sessions.length} 次）`
}

/** To sign on the day of a session. */
export function signInTable(training: TrainingClass, session: Session, people: readonly Person[]): Sheet {
  const row = (n: number, person?: Person) => [
    String(n + 1),
    person?.name ?? '',
    person?.village ?? '',
    '',
    '',
  ]
  return {
    heading: `${training.title}签到表`,
    facts: [
      when(session) + ofSeveral(training, session),
      `地点：${session.place}`,
      teachers(training),
      `应到 ${people.length} 人　实到 ＿＿＿ 人`,
    ],
    columns: [
      { name: '序号', width: 7 },
      { name: '姓名', width: 16 },
      { name: '村', width: 18 },
      { name: '签名', width: 20 },
      { name: '备注', width: 14 },
    ],
    rows: [
      ...people.map((person, n) => row(n, person)),
      ...Array.from({ length: SPARE }, (_, n) => row(people.length + n)),
    ],
    toSign: true,
  }
}

const said = (value: string | number | boolean | undefined): string =>
  value === undefined ? '' : value === true ? '是' : value === false ? '否' : String(value)

/** Who is in a class, with a column for each of its questions. */
export function rosterTable(training: TrainingClass, people: readonly Person[]): Sheet {
  return {
    heading: `${training.title}花名册`,
    facts: [when(training), `地点：${training.place}`, teachers(training), `共 ${people.length} 人`],
    columns: [
      { name: '序号', width: 7 },
      { name: '姓名', width: 16 },
      { name: '村', width: 18 },
      ...training.questions.map(({ label }) => ({ name: label, width: 14 })),
      { name: '备注', width: 12 },
    ],
    rows: people.map(({ name, village, answers }, n) => [
      String(n + 1),
      name,
      village,
      ...training.questions.map(({ id }) => said(answers.find(({ question }) => question === id)?.value)),
      '',
    ]),
    toSign: false,
  }
}
