import { rosterName, signInName } from './name'

const session = (id: string, day: string) => ({
  id,
  startsAt: `${day}T01:00:00.000Z`,
  endsAt: `${day}T04:00:00.000Z`,
  place: '文化站',
})
const SESSIONS = [session('s1', '2026-12-07'), session('s3', '2026-12-14')]

test('a sheet to sign is called after its session and the session’s day', () => {
  const training = { title: '核桃 嫁接/修剪', sessions: SESSIONS }
  expect(SESSIONS.map((each) => signInName(training, each))).toEqual([
    '签到表-核桃嫁接修剪-第1次-20261207',
    '签到表-核桃嫁接修剪-第2次-20261214',
  ])
  const only = { ...training, sessions: [SESSIONS[1]!] }
  expect(signInName(only, SESSIONS[1]!)).toBe('签到表-核桃嫁接修剪-20261214')
})

test('a roster is called after the day it was made, in Beijing', () => {
  expect(rosterName({ title: '核桃嫁接' }, new Date('2026-12-03T17:00:00Z'))).toBe('花名册-核桃嫁接-20261204')
})
