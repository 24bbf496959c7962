import { type Cloud, startCloud } from './cloud'
import { lookUp, lookups, plantCrowd } from './registry-crowd'

const PEOPLE = 4000
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
  plantCrowd(cloud, PEOPLE)
})
afterAll(() => cloud.close())

test.each(lookups(PEOPLE).map((each) => [each.name, each] as const))(
  'looking %s looks at what it shows and one more',
  async (_, lookup) => {
    const { exchanges, scanned, returned } = await lookUp(cloud, lookup)
    expect(exchanges).toBe(1)
    expect(returned).toBeGreaterThan(0)
    expect(returned).toBeLessThanOrEqual(21)
    expect(scanned).toBeLessThanOrEqual(returned + 1)
  },
)

test('the people of an informant’s village come without looking at another’s', async () => {
  const { people } = await cloud.must('crowd-informant', 'registry.people', {})
  expect(people).toHaveLength(60)
  const [looked] = cloud.last('registry.people').exchanges.filter(({ collection }) => collection === 'people')
  expect(looked?.scanned).toBeLessThanOrEqual(62)
})
