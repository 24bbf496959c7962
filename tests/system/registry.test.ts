import { type Cloud, startCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

test('an informant sees the people of their village and nobody else, page after page, each once', async () => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { people, next } = await cloud.must('demo-informant', 'registry.people', cursor ? { cursor } : {})
    expect(new Set(people.map((person) => person.villageName)).size).toBe(1)
    seen.push(...people.map((person) => person.personId))
    cursor = next
  } while (cursor)
  const village = cloud.emulator.store.find('people', { _id: 'person-1-1' })[0]?.village
  const registered = cloud.emulator.store.find('people', { village }, 1000).map((person) => person._id)
  expect(seen.sort()).toEqual(registered.sort())
})

test('it tells who has WeChat, and nothing about the household', async () => {
  const { people } = await cloud.must('demo-informant', 'registry.people', {})
  const wang = people.find((person) => person.name === '王秀英')
  expect(wang).toEqual({
    personId: 'person-1-2',
    name: '王秀英',
    age: 62,
    villageName: expect.any(String),
    isHead: false,
    hasWeChat: true,
  })
})
