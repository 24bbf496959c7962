import type { Photo } from '../../../components'
import type { Chosen } from '../chosen'
import { afterAnswer, askedOf, type Draft, EMPTY, problemsOf, problemsOfRefusal } from './evidence'

// The rule of photos alone; the components around it need a phone.
jest.mock('../../../components', () => ({
  sentPhotos: (photos: Photo[]) =>
    photos.some((photo) => !photo.fileID)
      ? { wait: '照片还在传，请等几秒再按。' }
      : photos.map(({ fileID }) => fileID),
}))

const one = (household: number, kind: Chosen['kind'] = 'dividend'): Chosen => ({
  id: `c${household}:3:${kind}`,
  kind,
  year: 3,
  dueOn: '2026-12-20',
  amountFen: 100_000,
  contractId: `c${household}`,
  headName: `户主${household}`,
  villageName: '李家湾村',
})
const receipt: Photo = { path: '/tmp/a.jpg', fileID: 'cloud://e/uploads/a.jpg' }
const other: Photo = { path: '/tmp/b.jpg', fileID: 'cloud://e/uploads/b.jpg' }
const paid = { on: '2026-12-18', method: 'card', photos: [receipt] } as const

test('an empty form says at each field what is missing, once for all households of a kind', () => {
  expect(problemsOf([one(1), one(2), one(1, 'insurance'), one(1, 'gift')], EMPTY)).toEqual({
    'dividend.on': '请选哪天付的',
    'dividend.method': '请选怎么给的',
    'dividend.photos': '请拍一张收据照片',
    'insurance.on': '请选哪天买的',
    'c1:3:insurance.policy': '保单号是 6 到 32 位字母数字，请照着保单填',
    'gift.on': '请选哪天发的',
    'gift.what': '请写给了什么，例如：大米 20 斤、菜油 1 桶',
  })
})

test('one date, method and receipt serve all, and each item still carries its own evidence', () => {
  const draft: Draft = { ...EMPTY, shared: { dividend: paid } }
  expect(problemsOf([one(1), one(2)], draft)).toEqual({})
  expect([one(1), one(2)].map((item) => askedOf(item, draft))).toEqual(
    ['c1:3:dividend', 'c2:3:dividend'].map((itemId) => ({
      itemId,
      evidence: { kind: 'dividend', paidOn: '2026-12-18', method: 'card', photos: [receipt.fileID] },
    })),
  )
})

test('what is different about one household replaces what serves the others, and only that one is asked for it', () => {
  const own = { 'c2:3:dividend': { on: '2026-12-19', method: 'cash', photos: [other] } } as const
  const draft: Draft = { ...EMPTY, shared: { dividend: paid }, own }
  expect(askedOf(one(2), draft).evidence).toEqual({
    kind: 'dividend',
    paidOn: '2026-12-19',
    method: 'cash',
    photos: [other.fileID],
  })
  const empty: Draft = { ...draft, own: { 'c2:3:dividend': { photos: [] } } }
  expect(Object.keys(problemsOf([one(1), one(2)], empty))).toEqual([
    'c2:3:dividend.on',
    'c2:3:dividend.method',
    'c2:3:dividend.photos',
  ])
  // Where every household has its own, nothing shared is missing.
  expect(problemsOf([one(2)], { ...EMPTY, own })).toEqual({})
})

test('a photo on its way holds the form up, also where none is demanded', () => {
  const draft: Draft = {
    ...EMPTY,
    shared: { gift: { on: '2026-12-18', what: '大米 20 斤', photos: [{ path: '/tmp/c.jpg' }] } },
  }
  expect(problemsOf([one(1, 'gift')], draft)).toEqual({ 'gift.photos': '照片还在传，请等几秒再按。' })
})

test('a policy number belongs to one household, spaces around it do not', () => {
  const draft: Draft = {
    ...EMPTY,
    shared: { insurance: { on: '2026-12-18', photos: [] } },
    policies: { 'c1:3:insurance': ' YL2026000001 ', 'c2:3:insurance': '12' },
  }
  expect(Object.keys(problemsOf([one(1, 'insurance'), one(2, 'insurance')], draft))).toEqual([
    'c2:3:insurance.policy',
  ])
  expect(askedOf(one(1, 'insurance'), draft).evidence).toMatchObject({ policyNumber: 'YL2026000001' })
})

test('what the server finds wrong is said at the field it is about', () => {
  const items = [one(1), one(2, 'insurance')]
  const draft: Draft = { ...EMPTY, own: { 'c1:3:dividend': paid } }
  expect(
    problemsOfRefusal(
      {
        'items.0.evidence.paidOn': '请选一个日期',
        'items.1.evidence.policyNumber': '照着保单填',
        items: '太多',
      },
      items,
      draft,
    ),
  ).toEqual({ 'c1:3:dividend.on': '请选一个日期', 'c2:3:insurance.policy': '照着保单填' })
})

test('after an answer what is confirmed leaves the form, what failed stays with its reason and everything typed', () => {
  const draft: Draft = { ...EMPTY, shared: { dividend: paid } }
  const after = afterAnswer([one(1), one(2)], draft, [
    { itemId: 'c1:3:dividend', done: true },
    { itemId: 'c2:3:dividend', done: false, error: { message: '不能给自己家确认。' } },
  ])
  expect(after.items).toEqual([one(2)])
  expect(after.draft).toEqual({ ...draft, failed: { 'c2:3:dividend': '不能给自己家确认。' } })
  const all = afterAnswer([one(2)], after.draft, [{ itemId: 'c2:3:dividend', done: true }])
  expect(all).toEqual({ items: [], draft: EMPTY })
})
