import type { Question } from '../cloudfunctions/areas/consultation/documents'
import { urgencyOf } from '../cloudfunctions/areas/consultation/rules'
import type { Expert } from '../cloudfunctions/areas/expert/documents'
import type { Person } from '../cloudfunctions/areas/registry/documents'
import { SUBJECT } from '../contract/consultation'
import { questionAt } from './questions'
import type { Random } from './random'

const HOUR = 60 * 60_000
export const QUESTIONS = 45

/** 45 questions: the newest wait for the demo expert (one is dangerous), some are answered, most resolved. */
export function makeQuestions(random: Random, now: Date, experts: Expert[], villagers: Person[]): Question[] {
  const heads = villagers.filter((person) => person.isHead)
  const demo = villagers.find((person) => person.openid === 'demo-villager')!
  return Array.from({ length: QUESTIONS }, (_, i) => {
    const { subject, text, answer } = questionAt(i)
    const state = i < 4 && i > 0 ? 'waiting' : i === 0 || i < 8 ? 'answered' : 'resolved'
    const person = i === 0 ? demo : random.pick(heads)
    const field = SUBJECT[subject].field
    const expert = i < 8 ? experts[0]! : random.pick(experts.filter((each) => each.fields.includes(field)))
    const danger = i === 1
    const asked = now.getTime() - (i === 1 ? HOUR / 2 : (i + 2) * (i < 8 ? 3 : 60) * HOUR)
    const at = (time: number) => new Date(time).toISOString()
    const answered = at(asked + 45 * 60_000)
    const helped = at(asked + 20 * HOUR)
    if (state === 'waiting') expert.open++
    return {
      _id: `question-${i + 1}`,
      person: {
        id: person._id,
        name: person.name,
        village: person.village!,
        villageName: person.villageName!,
      },
      subject,
      field,
      text,
      photos: [],
      photosToCheck: false,
      danger,
      state,
      expert: { id: expert._id, personId: expert.personId, name: expert.name, title: expert.title },
      entries: [
        ...(state === 'waiting'
          ? []
          : [{ kind: 'answer' as const, by: expert.name, text: answer, at: answered }]),
        ...(state === 'resolved' ? [{ kind: 'helped' as const, by: person.name, text: '', at: helped }] : []),
      ],
      reopened: 0,
      askedAt: at(asked),
      updatedAt: state === 'waiting' ? at(asked) : state === 'answered' ? answered : helped,
      urgency: urgencyOf(danger, at(asked)),
    }
  })
}
