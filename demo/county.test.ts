import { receivedFen } from '../cloudfunctions/areas/dividend/rules'
import { id } from '../contract/fields'
import { makeCounty } from './county'

const NOW = new Date('2026-11-24T03:00:00Z')
const county = makeCounty(NOW)

test('the same moment makes the same county, to the byte', () => {
  expect(JSON.stringify(makeCounty(NOW))).toBe(JSON.stringify(county))
})

test('the figures of the pilot year', () => {
  expect(county.regions.filter((region) => region.level === 'township')).toHaveLength(21)
  expect(county.regions.filter((region) => region.level === 'village')).toHaveLength(64)
  expect(county.households).toHaveLength(512)
  expect(county.experts).toHaveLength(125)
  expect(
    county.accounts.filter((account) => account.roles.some((grant) => grant.role === 'informant')),
  ).toHaveLength(149)
  expect(county.rearingContracts).toHaveLength(8)
  expect(county.questions).toHaveLength(45)
  expect(county.classes.filter((training) => training.state === 'finished')).toHaveLength(25)
  expect(county.enrolments.filter((enrolment) => enrolment.state === 'attended')).toHaveLength(4000)
})

test('one class in May had two people of each of the 64 villages', () => {
  const residential = county.classes.find((training) => training._id === 'class-past-1')!
  expect(Object.values(residential.takenByVillage)).toEqual(Array(64).fill(2))
  expect(residential.startsAt.slice(5, 7)).toBe('05')
})

test('seat counters are what the rows add up to', () => {
  for (const training of county.classes) {
    const rows = county.enrolments.filter((enrolment) => enrolment.classId === training._id)
    expect(rows).toHaveLength(training.taken)
    for (const [village, taken] of Object.entries(training.takenByVillage))
      expect(rows.filter((row) => row.village === village)).toHaveLength(taken)
  }
})

test('ids are unique, well formed, and refer to something', () => {
  for (const documents of Object.values(county)) {
    expect(new Set(documents.map((each) => each._id)).size).toBe(documents.length)
    for (const each of documents) expect(id.safeParse(each._id).success).toBe(true)
  }
  const people = new Set(county.people.map((person) => person._id))
  for (const account of county.accounts) expect(people.has(account.personId)).toBe(true)
  for (const enrolment of county.enrolments) expect(people.has(enrolment.personId)).toBe(true)
  for (const question of county.questions)
    expect(people.has(question.person.id) && people.has(question.expert.personId)).toBe(true)
})

test('every persona and one account a household exist', () => {
  const openids = new Set(county.accounts.map((account) => account._id))
  for (const name of ['villager', 'informant', 'expert', 'cooperative', 'bureau', 'cadre', 'admin'])
    expect(openids.has(`demo-${name}`)).toBe(true)
  for (let i = 1; i <= 512; i++) expect(openids.has(`demo-villager-${i}`)).toBe(true)
})

test('each household has received two years, and the third is due', () => {
  for (const contract of county.rearingContracts) {
    const items = county.dividendItems.filter((item) => item.contractId === contract._id)
    expect(items).toHaveLength(9)
    expect(receivedFen(items)).toBe(200_000)
    expect(items.filter((item) => item.state === 'due').every((item) => item.dueYear === 2026)).toBe(true)
  }
})
