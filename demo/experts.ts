import type { Expert } from '../cloudfunctions/areas/expert/documents'
import { derivedExpert } from '../cloudfunctions/areas/expert/rules'
import type { Person } from '../cloudfunctions/areas/registry/documents'
import { orderOf, wordsOf } from '../cloudfunctions/areas/registry/search-words'
import { SUBJECT, SUBJECTS, type Subject } from '../contract/consultation'
import { dayOf } from '../contract/time'
import type { Topic } from '../contract/training'
import { COUNTY, COUNTY_NAME, EXPERTS, makeName } from './people'
import type { Random } from './random'
import { EXPERT_TITLES, EXPERT_WORDS, PERSONA_NAMES } from './words'

const FIELDS = ['fruit', 'vegetable', 'herb', 'livestock'] as const
const DAY = 24 * 60 * 60_000

/** 125 experts with the people they are. The first is the demo expert, who knows everything the demonstration asks. */
export function makeExperts(random: Random, now: Date): { experts: Expert[]; people: Person[] } {
  const people: Person[] = []
  const taken = new Set<string>()
  const experts = Array.from({ length: EXPERTS }, (_, index) => {
    const demo = index === 0
    const _id = `person-expert-${index + 1}`
    const name = demo ? PERSONA_NAMES.expert : makeName(random, undefined, taken)
    people.push({
      ...{ _id, name, isHead: false, home: COUNTY, place: `${COUNTY_NAME} · 科技扶贫在线` },
      birthYear: now.getUTCFullYear() - 30 - random.below(30),
      ...(demo ? { openid: 'demo-expert' } : {}),
      roles: [{ role: 'expert', scope: `expert-${index + 1}`, scopeName: COUNTY_NAME }],
      order: orderOf(COUNTY, _id),
      search: wordsOf({ name }),
    })
    const field = FIELDS[index % FIELDS.length]!
    const title = demo ? '研究员' : random.pick(EXPERT_TITLES)
    const both = random.below(4) === 0
    const fields: Topic[] = demo
      ? [...FIELDS]
      : both
        ? [field, FIELDS[(index + 1) % FIELDS.length]!]
        : [field]
    const of = { _id: `expert-${index + 1}`, personId: _id, name, title, region: COUNTY, fields }
    return derivedExpert(null, {
      ...of,
      crops: cropsOf(fields, index),
      // The demo expert serves the demo villager's township, so that the demonstration is a dialogue.
      townships: demo ? [`${COUNTY}100`] : index % 3 === 0 ? [] : [`${COUNTY}${101 + random.below(20)}`],
      introduction: demo ? '在云岭种了二十年李子，修剪、病虫害都可以问。' : EXPERT_WORDS[field][index % 3]!,
      ...{ photos: [], photosToCheck: false, open: 0, maxOpen: demo ? 20 : 5 + (index % 4) * 5 },
      ...standing(index, now),
    })
  })
  return { experts, people }
}

/** What somebody of a field knows best: all of it the demo expert, the others every other subject, at least one. */
function cropsOf(fields: readonly Topic[], index: number): Subject[] {
  const all = SUBJECTS.filter((subject) => fields.includes(SUBJECT[subject].field))
  const some = index === 0 ? all : all.filter((_, n) => (n + index) % 2 === 0)
  return some.length > 0 ? some : all.slice(0, 1)
}

/** Some may be called; some are on leave, will be, or take no questions for a while. */
function standing(index: number, now: Date): Pick<Expert, 'available' | 'leave' | 'phone'> {
  const on = (days: number) => dayOf(now.getTime() + days * DAY)
  return {
    available: index % 31 !== 30,
    ...(index % 5 === 0 ? { phone: `1990001${String(index).padStart(4, '0')}` } : {}),
    ...(index % 17 === 5 ? { leave: { from: on(-3), until: on(10) } } : {}),
    ...(index % 17 === 11 ? { leave: { from: on(20), until: on(27) } } : {}),
  }
}
