import { boundAccount } from '../cloudfunctions/areas/identity/bound'
import type { NotificationDocument } from '../cloudfunctions/areas/notification/documents'
import { shortened } from '../cloudfunctions/platform/shortened'
import { CALENDAR_YEARS } from './calendar'
import { makeCertificates } from './certificates'
import { makeQuestions } from './consultation'
import { makeDividends } from './dividend'
import { makeExperts } from './experts'
import { makeOrganisations } from './organisations'
import { makeAccounts, makeArchived, makeHouseholds, makeRegions } from './people'
import { makeRandom } from './random'
import { makeTraining } from './training'
import { countTraining } from './training-counts'

/** The demo county 云岭县: the same `now` gives the same county, to the byte. Keys are collections. */
export function makeCounty(now: Date) {
  const random = makeRandom(20260501)
  const year = now.getUTCFullYear()
  const { regions, villages } = makeRegions()
  const { people: villagers, households } = makeHouseholds(random, villages, year)
  const { experts, people: expertPeople } = makeExperts(random, now)
  const { accounts, people: staff } = makeAccounts(random, villages, villagers, now)
  accounts.push(boundAccount('demo-expert', expertPeople[0]!, now))
  const { classes, enrolments: signedUp } = makeTraining(random, now, villages, villagers)
  const { enrolments, tallies } = countTraining(signedUp, villagers, households, year)
  // Of the residential class; the others gave none yet.
  const certificates = makeCertificates(classes[0]!, enrolments)
  const questions = makeQuestions(random, now, experts, villagers)
  const { contracts, items, entries } = makeDividends(households, now)
  const welcome: NotificationDocument = {
    _id: 'answered:question-1:0:person-1-2',
    to: 'person-1-2',
    title: '专家回复了',
    text: `${experts[0]!.name}：${shortened(questions[0]!.entries[0]!.text, 40)}`,
    page: '/consultation/question/index?id=question-1',
    at: questions[0]!.updatedAt,
    read: false,
    delivery: { state: 'none', attempts: 0 },
  }
  return {
    regions,
    households,
    people: [...villagers, ...expertPeople, ...staff, ...makeArchived(villagers, now)],
    accounts,
    experts,
    calendarYears: CALENDAR_YEARS,
    classes,
    enrolments,
    tallies,
    certificates,
    questions,
    organisations: makeOrganisations(),
    rearingContracts: contracts,
    dividendItems: items,
    dividendEntries: entries,
    notifications: [welcome],
  }
}
export type County = ReturnType<typeof makeCounty>
