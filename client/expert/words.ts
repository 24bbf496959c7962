import type { Subject } from '../../contract/consultation'
import type { ExpertLine } from '../../contract/expert'
import { sayDay } from '../../contract/time'
import type { Topic } from '../../contract/training'
import type { StatusKind } from '../components'
import { SUBJECT_NAMES, TOPIC_NAMES } from '../words'

/** Under which field a crop or animal is looked for; what the contract has beside its schemas. */
export const CROPS: Record<Exclude<Topic, 'other'>, readonly Subject[]> = {
  fruit: ['plum', 'walnut'],
  vegetable: ['vegetable', 'potato', 'pepper'],
  herb: ['herb'],
  livestock: ['pig', 'yak', 'chicken', 'bee', 'sheep'],
}
export type Field = keyof typeof CROPS
export const FIELDS = Object.keys(CROPS) as Field[]

/** "李子、核桃板栗"; of somebody with no crop in particular, their fields. */
export const knowsWords = ({ fields, crops }: Pick<ExpertLine, 'fields' | 'crops'>): string =>
  (crops.length > 0
    ? crops.map((crop) => SUBJECT_NAMES[crop])
    : fields.map((field) => TOPIC_NAMES[field])
  ).join('、')

/** "全县", or the townships they serve. */
export const servesWords = ({ townships }: Pick<ExpertLine, 'townships'>): string =>
  townships.length === 0 ? '全县' : townships.map(({ name }) => name).join('、')

/** Whether one can ask them now, and if not, until when. */
export function takesWords(
  { now: free, why, until }: ExpertLine['takes'],
  now: number,
): { kind: StatusKind; words: string } {
  if (free) return { kind: 'done', words: '现在可以问' }
  if (why === 'leave') return { kind: 'waiting', words: until ? `请假，到 ${sayDay(until, now)}` : '请假了' }
  if (why === 'full') return { kind: 'waiting', words: '手上的问题满了' }
  return { kind: 'plain', words: '暂时不接问题' }
}
