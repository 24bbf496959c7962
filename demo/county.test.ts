import { receivedFen } from '../cloudfunctions/areas/dividend/rules'
import { SUBJECT } from '../contract/consultation'
import { id, text } from '../contract/fields'
import { makeCounty } from './county'
import { questionAt } from './questions'
import { PERSONA_NAMES } from './words'

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

test('nobody in a village has another’s name, and nobody anywhere a persona’s', () => {
  const villagers = county.people.flatMap(({ village, name }) => (village ? `${village} ${name}` : []))
  expect(new Set(villagers).size).toBe(villagers.length)
  for (const [persona, name] of Object.entries(PERSONA_NAMES)) {
    const accounts = county.accounts.filter((account) => account.name === name).map(({ _id }) => _id)
    expect(accounts).toEqual([`demo-${persona}`])
    expect(county.people.filter((person) => person.name === name)).toHaveLength(1)
  }
  const holders = county.rearingContracts.map(({ headName }) => headName)
  expect(holders).not.toContain(PERSONA_NAMES.informant)
  expect(new Set(holders).size).toBe(holders.length)
})

test('every question is another, answered in its own words by an expert of its field', () => {
  expect(new Set(county.questions.map((question) => question.text)).size).toBe(45)
  for (const [index, question] of county.questions.entries()) {
    const asked = questionAt(index)
    expect(question).toMatchObject({ subject: asked.subject, text: asked.text })
    expect(question.field).toBe(SUBJECT[asked.subject].field)
    const expert = county.experts.find(({ _id }) => _id === question.expert.id)
    expect(expert?.fields).toContain(question.field)
    const answers = question.entries.filter(({ kind }) => kind === 'answer').map((entry) => entry.text)
    expect(answers).toEqual(question.state === 'waiting' ? [] : [asked.answer])
    for (const written of [question.text, ...answers]) expect(text(1000, 2).parse(written)).toBe(written)
  }
})

test('a message that tells of a longer answer says so with an ellipsis', () => {
  for (const { text: told } of county.notifications) {
    expect(told).toMatch(/[。？！…]$/)
    expect([...told].length).toBeLessThanOrEqual(45)
  }
})
