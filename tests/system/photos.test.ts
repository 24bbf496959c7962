import type { Question } from '../../cloudfunctions/areas/consultation/documents'
import type { Photo, WithPhotos } from '../../cloudfunctions/areas/photo/documents'
import { TRIES } from '../../cloudfunctions/areas/photo/rules'
import { type FaultyCloud, startFaultyCloud } from './jobs/build'

let cloud: FaultyCloud
beforeAll(async () => {
  cloud = await startFaultyCloud()
})
afterAll(() => cloud.close())

let uploads = 0
/** A photo in the cloud, where its sender may put it; what it shows decides WeChat's verdict. */
async function upload(openid: string, shows = 'picture'): Promise<string> {
  const { uploadPrefix } = await cloud.must(openid, 'identity.me', {})
  const response = await fetch(`${cloud.emulator.url}/upload?path=${uploadPrefix}${++uploads}.jpg`, {
    method: 'POST',
    headers: { 'x-demo-openid': openid },
    body: shows,
  })
  return ((await response.json()) as { fileID: string }).fileID
}
const askWith = async (photos: string[]) =>
  (await cloud.must('demo-villager', 'consultation.ask', { subject: 'plum', photos })).questionId
const stored = (questionId: string) =>
  cloud.emulator.store.find('questions', { _id: questionId })[0] as unknown as Question & WithPhotos
const seenBy = async (openid: string, questionId: string) =>
  (await cloud.must(openid, 'consultation.get', { questionId })).photos
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

test('a photo WeChat objects to, or is not sure of, stays hidden from the expert; its sender sees it and why', async () => {
  const photos = [
    await upload('demo-villager', '违规测试图片'),
    await upload('demo-villager', '待审测试图片'),
    await upload('demo-villager'),
  ]
  const questionId = await askWith(photos)
  await cloud.run({ job: 'checkPhotos' })
  await cloud.emulator.idle()
  expect(await seenBy('demo-expert', questionId)).toEqual([
    { state: 'withheld' },
    { state: 'withheld' },
    { state: 'shown', url: expect.stringContaining('http') },
  ])
  expect((await seenBy('demo-bureau', questionId)).map((photo) => !!photo.url)).toEqual([false, false, true])
  const own = await seenBy('demo-villager', questionId)
  expect(own.map(({ state, url }) => [state, !!url])).toEqual([
    ['withheld', true],
    ['withheld', true],
    ['shown', true],
  ])
  // With every verdict here, jobs has nothing left to do.
  await cloud.run({ job: 'checkPhotos', now: later(36) })
  expect(stored(questionId)).toMatchObject({ photosToCheck: false })
})

test('a photo an informant sends for a villager without a phone is checked under the informant’s name', async () => {
  const photo = await upload('demo-informant')
  const { questionId } = await cloud.must(
    'demo-informant',
    'consultation.ask',
    { subject: 'pig', photos: [photo] },
    'person-1-3',
  )
  await cloud.run({ job: 'checkPhotos' })
  await cloud.emulator.idle()
  expect((await seenBy('demo-informant', questionId)).map(({ state }) => state)).toEqual(['shown'])
})

test('a file nobody uploaded is refused while the person can still take the photo again', async () => {
  const { uploadPrefix } = await cloud.must('demo-villager', 'identity.me', {})
  const photo = await upload('demo-villager')
  const missing = photo.replace(/uploads\/.*/, `${uploadPrefix}never.jpg`)
  for (const photos of [[missing], [photo, missing]]) {
    expect(await cloud.ask('demo-villager', 'consultation.ask', { subject: 'plum', photos })).toMatchObject({
      ok: false,
      error: { code: 'FILE_NOT_YOURS' },
    })
  }
})

test('killed after WeChat took the photo: the next run waits for the dead one’s claim, then completes', async () => {
  const questionId = await askWith([await upload('demo-villager'), await upload('demo-villager')])
  expect(await cloud.run({ job: 'checkPhotos', faults: [-1, 'dieAfter'] })).toEqual({ died: true })
  expect(await cloud.run({ job: 'checkPhotos', now: later(1) })).toMatchObject({ result: { handed: 0 } })
  expect(await cloud.run({ job: 'checkPhotos', now: later(6) })).toMatchObject({ result: { handed: 2 } })
  await cloud.emulator.idle()
  expect((await seenBy('demo-expert', questionId)).map(({ state }) => state)).toEqual(['shown', 'shown'])
})

test('runs at once hand a photo in once', async () => {
  await askWith([await upload('demo-villager')])
  const runs = await Promise.all(Array.from({ length: 4 }, () => cloud.run({ job: 'checkPhotos' })))
  expect(runs.map(({ result }) => (result as { handed: number }).handed).sort()).toEqual([0, 0, 0, 1])
  await cloud.emulator.idle()
})

test('a busy WeChat is asked again, at growing distances, and given up in the end: hidden, and no more work', async () => {
  const questionId = await askWith([await upload('demo-villager')])
  let minutes = 0
  for (let tries = 1; tries <= TRIES; tries++) {
    await cloud.run({ job: 'checkPhotos', now: later(minutes), faults: [-1] })
    expect(stored(questionId).photos[0]).toMatchObject({ tries })
    // A minute too early nothing happens.
    expect(await cloud.run({ job: 'checkPhotos', now: later(minutes) })).toMatchObject({
      result: { handed: 0 },
    })
    minutes += 2 ** (tries - 1) + 1
  }
  await cloud.run({ job: 'checkPhotos', now: later(minutes) })
  expect(stored(questionId)).toMatchObject({ photosToCheck: false, photos: [{ unchecked: true }] })
  expect(await seenBy('demo-expert', questionId)).toEqual([{ state: 'withheld' }])
  expect(await cloud.run({ job: 'checkPhotos', now: later(9999) })).toMatchObject({ result: { handed: 0 } })
})

test('a verdict that never comes: the photo is handed in again', async () => {
  const photo = await upload('demo-villager')
  const questionId = await askWith([photo])
  await cloud.run({ job: 'checkPhotos' })
  await cloud.emulator.idle()
  const { traceId } = stored(questionId).photos[0] as Photo
  await cloud.emulator.store.handle('database.removeDocument', {
    collectionName: 'mediaVerdicts',
    query: JSON.stringify({ _id: traceId }),
    queryType: 'DOC',
  })
  expect((await seenBy('demo-expert', questionId))[0]).toEqual({ state: 'checking' })
  expect(await cloud.run({ job: 'checkPhotos', now: later(30) })).toMatchObject({ result: { handed: 0 } })
  expect(await cloud.run({ job: 'checkPhotos', now: later(36) })).toMatchObject({ result: { handed: 1 } })
  await cloud.emulator.idle()
  expect((await seenBy('demo-expert', questionId))[0]).toMatchObject({ state: 'shown' })
})

test('receipts of a confirmation after a reversal are handed in at once, whatever became of the first ones', async () => {
  const itemId = cloud.emulator.store.find('dividendItems', { state: 'due', kind: 'gift' })[0]?._id as string
  const confirm = async () => {
    const photos = [await upload('demo-cooperative')]
    const day = new Date(Date.now() - 24 * 60 * 60_000).toISOString().slice(0, 10)
    await cloud.must('demo-cooperative', 'dividend.confirm', {
      items: [{ itemId, evidence: { kind: 'gift', givenOn: day, what: '大米', photos } }],
    })
    return cloud.run({ job: 'checkPhotos' })
  }
  expect(await confirm()).toMatchObject({ result: { handed: 1 } })
  await cloud.must('demo-cooperative', 'dividend.reverse', { itemId, reason: '写错了一户' })
  expect(await confirm()).toMatchObject({ result: { handed: 1 } })
  await cloud.emulator.idle()
})

test('photos that wait for their verdict are not in the way of new ones', async () => {
  const photo = await upload('demo-villager')
  const waiting = Array.from({ length: 60 }, (_, n) => ({
    ...stored('question-2'),
    _id: `waiting-${n}`,
    photos: [{ fileID: photo, traceId: `none-${n}`, handedAt: new Date().toISOString(), tries: 1 }],
    photosToCheck: true,
    photosCheckAt: later(35),
  }))
  cloud.emulator.store.insertMany('questions', waiting)
  const questionId = await askWith([photo])
  expect(await cloud.run({ job: 'checkPhotos' })).toMatchObject({ result: { handed: 1 } })
  await cloud.emulator.idle()
  expect((await seenBy('demo-expert', questionId))[0]).toMatchObject({ state: 'shown' })
})
