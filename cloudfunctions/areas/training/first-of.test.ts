import { firstOf } from './first-of'
import { row } from './fixtures'

const seat = row({ _id: 'seat', state: 'enrolled' })
const line = row({ _id: 'line', state: 'waiting' })
const changed = row({ _id: 'changed', state: 'pending', needsConfirm: true })
const offer = (until: string) => row({ _id: `offer ${until}`, state: 'offered', offer: { id: 'o', until } })
const ids = (...rows: Parameters<typeof firstOf>[0]) => {
  const { next, ask } = firstOf(rows)
  return [ask?._id, next?._id]
}

test('an offer comes first, the one that ends soonest; then a change; then the soonest seat, then a place in line', () => {
  expect(ids()).toEqual([undefined, undefined])
  expect(ids(line, seat)).toEqual([undefined, 'seat'])
  expect(ids(line)).toEqual([undefined, 'line'])
  expect(ids(changed)).toEqual(['changed', undefined])
  expect(ids(seat, changed, line)).toEqual(['changed', 'seat'])
  expect(ids(changed, offer('2'), offer('1'))).toEqual(['offer 1', 'changed'])
})

test('who has been to a first session has a seat of what is to come, as before', () => {
  expect(ids(line, row({ _id: 'there', state: 'attended' }))).toEqual([undefined, 'there'])
})

test('somebody in line whose class changed has nothing to confirm', () => {
  expect(ids(row({ _id: 'line', state: 'waiting', needsConfirm: true }))).toEqual([undefined, 'line'])
})
