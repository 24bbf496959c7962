import { OPERATIONS } from '../../contract'
import { ERRORS } from '../../contract/errors'
import type { Me } from '../../contract/identity'
import { audienceOf, ROLES, type Role } from '../../contract/operation'
import { BIND_PAGE } from '../../contract/pages'
import { HOW_TO_REGISTER } from '../home/summary'
import { insteadOf, mayAsk } from './instead'

const person = { id: 'p', name: '王秀英', place: '云岭县' }
const me = (...roles: Role[]): Me => ({
  person,
  roles: roles.map((role) => ({ role, scopeName: '云岭县' })),
  agreed: true,
  uploadPrefix: '',
  templates: {},
})
const visitor: Me = { roles: [], agreed: false, uploadPrefix: '', templates: {} }

test('who may ask is who the contract says', () => {
  const ask = OPERATIONS.find(({ name }) => name === 'consultation.ask')!
  for (const role of ROLES) expect([role, mayAsk(me(role))]).toEqual([role, audienceOf(ask).includes(role)])
  expect(mayAsk(visitor)).toBe(false)
  expect(mayAsk(me('expert', 'villager'))).toBe(true)
})

test('everybody else is led to something they can do', () => {
  expect(insteadOf(visitor)).toMatchObject({ page: `/${BIND_PAGE}` })
  expect(insteadOf(me('expert', 'bureau'))).toMatchObject({ page: '/desk/expert/queue/index' })
  expect(insteadOf(me('cooperative'))).toMatchObject({ page: '/desk/cooperative/due/index' })
  for (const role of ['bureau', 'cadre', 'admin'] as const)
    expect(insteadOf(me(role))).toMatchObject({ page: '/my/inbox/index' })
})

test('who is not registered is told to say who they are, not to look for somebody who might do it', () => {
  for (const words of [insteadOf(visitor).words, HOW_TO_REGISTER, ERRORS.NOT_REGISTERED])
    expect(words).toMatch(/是哪村(哪户|的谁)/)
})
