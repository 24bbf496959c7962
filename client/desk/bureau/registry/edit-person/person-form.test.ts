import { savePerson } from '../../../../../contract/registry'
import { EMPTY, FIELDS, formOf, toldOf } from './person-form'

const CARD = {
  personId: 'person-1-2',
  version: 3,
  name: '王秀英',
  birthYear: 1968,
  age: 58,
  place: '云岭县 · 青石乡 · 李家湾村',
  isHead: false,
  relation: '配偶',
  phone: '13800001234',
  hasWeChat: true,
  roles: [],
  mayChange: true,
}
const told = (form: Partial<typeof EMPTY>) => {
  const parsed = savePerson.input.safeParse({
    personId: CARD.personId,
    version: CARD.version,
    ...toldOf({ ...formOf(CARD), ...form }),
  })
  return parsed.success ? parsed.data : parsed.error.issues.map(({ path }) => path.join('.'))
}

test('what was not touched is sent as it was; an emptied field is taken away', () => {
  expect(told({})).toMatchObject({ name: '王秀英', birthYear: 1968, phone: '13800001234', relation: '配偶' })
  expect(told({ phone: ' ', relation: '' })).not.toHaveProperty('phone')
  expect(told({ phone: '', relation: '' })).not.toHaveProperty('relation')
})

test('what the server finds wrong is always a field of the form', () => {
  for (const form of [
    { name: '王' },
    { birthYear: '68' },
    { birthYear: '一九六八' },
    { phone: '1380000' },
    EMPTY,
  ]) {
    const wrong = told(form)
    expect(wrong).toEqual(expect.arrayContaining([expect.any(String)]))
    expect(FIELDS).toEqual(expect.arrayContaining(wrong as string[]))
  }
})
