import { saveHousehold } from '../../../../../contract/registry'
import { EMPTY as NOBODY } from '../edit-person/person-form'
import { EMPTY, FIELDS, headOf, problemsOfHead, toldOf } from './household-form'

const CADRE = { personId: 'person-cadre-1', name: '周远' }

test('a household that is not assisted has no cadre for it; an emptied address is taken away', () => {
  expect(toldOf({ address: '3 组', assisted: true, cadre: CADRE })).toEqual({
    address: '3 组',
    assisted: true,
    cadreId: 'person-cadre-1',
  })
  expect(toldOf({ address: ' ', assisted: false, cadre: CADRE })).toEqual({ assisted: false })
})

test('all the server can find wrong with a new household has its place in the form', () => {
  const sent = { ...toldOf({ ...EMPTY, address: '<b>' }), head: headOf({ ...NOBODY, phone: '1' }) }
  const { error } = saveHousehold.input.safeParse({ ...sent, village: '12' })
  const wrong = error?.issues.map(({ path }) => path.join('.')) ?? []
  expect(wrong.sort()).toEqual(['address', 'head.birthYear', 'head.name', 'head.phone', 'village'])
  expect(FIELDS).toEqual(expect.arrayContaining(wrong))
  expect(problemsOfHead({ 'head.name': '至少两个字', address: '改一改' })).toEqual({ name: '至少两个字' })
})
