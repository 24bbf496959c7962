import { setMine } from '../../../../contract/expert'
import { FIELDS, maxOptions, missingOf, type Settings, settingsOf, toldOf } from './settings'

const MINE: Settings = {
  introduction: '在云岭种了二十年李子',
  taking: true,
  away: true,
  from: '2026-12-01',
  until: '2026-12-10',
  maxOpen: '20',
  calls: true,
  phone: '13800001234',
}
const PHOTO = 'cloud://demo.1/uploads/x/me.jpg'

test('what was loaded and not touched is sent as it was', () => {
  const loaded = settingsOf({
    ...{ expertId: 'expert-1', name: '罗桂兰', title: '研究员', fields: ['fruit'], crops: [], townships: [] },
    ...{ introduction: MINE.introduction, phone: MINE.phone, takes: { now: true } },
    settings: {
      ...{ version: 1, personId: 'person-expert-1', taking: true, open: 2, maxOpen: 20 },
      leave: { from: MINE.from, until: MINE.until },
    },
  })
  expect(loaded).toEqual(MINE)
  expect(setMine.input.parse(toldOf(loaded, PHOTO))).toEqual({
    introduction: MINE.introduction,
    ...{ taking: true, maxOpen: 20, phone: MINE.phone, photo: PHOTO },
    leave: { from: MINE.from, until: MINE.until },
  })
})

test('leave and phone are sent only where they are ticked', () => {
  const told = toldOf({ ...MINE, away: false, calls: false }, undefined)
  expect(Object.keys(told).sort()).toEqual(['introduction', 'maxOpen', 'taking'])
})

test('what is missing is told at its field, which is one of the form’s', () => {
  expect(missingOf(MINE)).toEqual({})
  const missing = missingOf({ ...MINE, from: '', until: '', phone: ' ' })
  expect(Object.keys(missing).sort()).toEqual(['leave.from', 'leave.until', 'phone'])
  expect(FIELDS).toEqual(expect.arrayContaining(Object.keys(missing)))
  expect(missingOf({ ...MINE, until: '2026-11-30' })['leave.until']).toContain('后面')
  expect(missingOf({ ...MINE, away: false, calls: false, phone: '', from: '' })).toEqual({})
})

test('an unusual number stays among those one can choose', () => {
  expect(maxOptions('7').map(({ key }) => key)).toContain('7')
  expect(maxOptions('10').filter(({ key }) => key === '10')).toHaveLength(1)
})
