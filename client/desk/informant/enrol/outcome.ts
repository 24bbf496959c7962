import type { Output } from '../../../../contract'
import type { ClassDetail } from '../../../../contract/training'
import { isAlive, type Standing, standingIn } from '../../../training/standing'

type Results = Output<'training.enrol'>['results']
type Candidate = NonNullable<ClassDetail['candidates']>[number]

/** Who can be chosen: who has nothing of this class yet. */
export const isFree = ({ standing }: Pick<Candidate, 'standing'>): boolean => !isAlive(standing)

/** What is told under somebody's name: what the last press did for them, or else how they stand. */
export function standingUnder({ personId, standing }: Candidate, results: Results): Standing | undefined {
  const result = results.find((each) => each.personId === personId)
  if (result && !result.enrolled && result.waiting)
    return { kind: 'waiting', words: `排上队了，排第 ${result.waiting.place} 位` }
  // Who has got in meanwhile, another way, is not told of an old refusal.
  if (standing && isAlive(standing)) return standingIn(standing)
  return result && !result.enrolled ? { kind: 'urgent', words: result.error.message } : undefined
}

/** What became of everybody, in a line each: in, in line, neither. */
export function outcomeOf(results: Results): Standing[] {
  const of = (which: (result: Results[number]) => boolean) =>
    results.filter(which).map(({ name }) => name || '（不是您村的人）')
  const seated = of((result) => result.enrolled && result.state === 'enrolled')
  const pending = of((result) => result.enrolled && result.state === 'pending')
  const waiting = of((result) => !result.enrolled && result.waiting !== undefined)
  const refused = of((result) => !result.enrolled && !result.waiting)
  return [
    ...(seated.length > 0
      ? [{ kind: 'done' as const, words: `报上了：${seated.join('、')}。没有微信的，请您转告。` }]
      : []),
    ...(pending.length > 0
      ? [{ kind: 'waiting' as const, words: `交上去了，等审核：${pending.join('、')}。` }]
      : []),
    ...(waiting.length > 0
      ? [{ kind: 'waiting' as const, words: `排上队了：${waiting.join('、')}。轮到了，没有微信的请您转告。` }]
      : []),
    ...(refused.length > 0
      ? [{ kind: 'urgent' as const, words: `还有 ${refused.length} 人没报上，原因写在各人名字下面。` }]
      : []),
    ...elsewhereOf(results),
  ]
}

/** The most names that are read out; of more, how many they are. */
const NAMED = 3

/** What else is open to who was refused: said once for all who can join the same. */
function elsewhereOf(results: Results): Standing[] {
  const who = new Map<string, string[]>()
  for (const result of results) {
    const others = result.enrolled ? undefined : result.error.elsewhere?.join('、')
    if (others) who.set(others, [...(who.get(others) ?? []), result.name])
  }
  return [...who].map(([others, names]) => ({
    kind: 'plain',
    words: `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? `等 ${names.length} 人` : ''}现在还能报：${others}。`,
  }))
}
