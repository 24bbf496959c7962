import { sentPhotos, toKeep, wordsOver } from './photos'

const arrived = { path: 'a', fileID: 'cloud://a' }

test('a form sends its photos only when all have arrived, and says which ones to look after', () => {
  expect(sentPhotos([])).toEqual([])
  expect(sentPhotos([arrived, { path: 'b', fileID: 'cloud://b' }])).toEqual(['cloud://a', 'cloud://b'])
  expect(sentPhotos([arrived, { path: 'b', percent: 40 }])).toEqual({
    wait: expect.stringContaining('还在传'),
  })
  expect(sentPhotos([{ path: 'b' }, { path: 'c', failed: true }])).toEqual({
    wait: expect.stringContaining('没有传上去'),
  })
})

test('a draft keeps where a photo is, so that one on its way or failed begins anew', () => {
  expect(toKeep([arrived, { path: 'b', percent: 40 }, { path: 'c', failed: true }])).toEqual([
    arrived,
    { path: 'b' },
    { path: 'c' },
  ])
})

test('a photo on its way tells how far it is, a failed one what to do', () => {
  expect(wordsOver({ path: 'a' })).toBe('正在传')
  expect(wordsOver({ path: 'a', percent: 40 })).toBe('正在传 40%')
  expect(wordsOver({ path: 'a', percent: 40, failed: true })).toBe('没传上，点这里再传')
})
