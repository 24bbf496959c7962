import { maskedName } from './mask'

test.each([
  ['王秀英', '王*英'],
  ['王英', '王*'],
  ['王', '*'],
  ['欧阳秀英', '欧**英'],
  ['𬭎䶮堃', '𬭎*堃'],
  ['葛\u{E0100}英', '葛\u{E0100}*'],
  ['阿依古丽·买买提江', '阿*****江'],
  ['', ''],
])('%s is shown to a stranger as %s', (name, masked) => {
  expect(maskedName(name)).toBe(masked)
})
