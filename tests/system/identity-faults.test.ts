import { randomUUID } from 'node:crypto'
import type { BindingRequest } from '../../cloudfunctions/areas/identity/documents'
import { GUIDELINE } from '../../contract/guideline'
import { type Cloud, startCloud } from './cloud'
import {
  accountOf,
  BUREAU,
  bindingsOf,
  codeFor,
  expectSound,
  find,
  INFORMANT,
  invitationOf,
  personIn,
  VILLAGE,
} from './identity-world'
import { type Fate, type Line, startLine } from './line'

let cloud: Cloud
let line: Line
/** Moves the database's clock on, past the 30 seconds a transaction may live. */
let later = 0
beforeAll(async () => {
  cloud = await startCloud({ now: () => Date.now() + later })
  line = await startLine(cloud)
})
afterAll(async () => {
  await line.close()
  await cloud.close()
})

const call = (operation: string, input: object) => ({ operation, input, requestId: randomUUID() })
/** People of household i whom nobody is bound to. */
const unbound = (i: number) => `person-${i}-2`

/**
 * One case wherever a death matters (Line.deaths): killed there, whole or not at all; sent again, done once. Each case has
 * people of its own, made by `prepare`.
 */
async function killedAfterEach(
  prepare: (n: number) => Promise<{ openid: string; event: object; check: (done: boolean) => void }>,
) {
  const first = await prepare(0)
  line.decide(() => undefined)
  expect(await line.call(first.openid, first.event)).toMatchObject({ ok: true })
  first.check(true)
  const exchanges = line.actions.length
  const deaths = line.deaths()
  expect(deaths.length).toBeGreaterThan(2)
  for (const last of deaths) {
    const { openid, event, check } = await prepare(last)
    line.decide((n) => (n === last ? 'killed' : undefined))
    expect([last, await line.call(openid, event)]).toEqual([last, undefined])
    later += 31_000
    // The last exchange is the commit; before it nothing is there.
    check(last === exchanges)
    const { result } = await cloud.raw(openid, 'api', event)
    expect([last, result]).toMatchObject([last, { ok: true }])
    check(true)
    expectSound(cloud)
  }
}

test('a code that is redeemed, killed after any exchange, binds whole or not, and once when sent again', async () => {
  await killedAfterEach(async (n) => {
    const personId = unbound(100 + n)
    const code = await codeFor(cloud, personId, {}, BUREAU)
    const openid = `redeems-${n}`
    return {
      openid,
      event: call('identity.redeem', { code, consent: GUIDELINE }),
      check(done) {
        expect(personIn(cloud, personId).openid).toBe(done ? openid : undefined)
        expect(accountOf(cloud, openid)?.personId).toBe(done ? personId : undefined)
        expect(invitationOf(cloud, code).state).toBe(done ? 'used' : 'open')
        expect(bindingsOf(cloud, personId)).toHaveLength(done ? 1 : 0)
      },
    }
  })
}, 600_000)

test.each<Fate>(['neverSent', 'answerLost', 'busy', 'ended'])(
  'whichever exchange of redeeming on a new phone meets %s, the person is on one phone in the end',
  async (fate) => {
    const personId = 'person-1-1'
    let phone = 'demo-villager-1'
    for (let broken = 1; broken <= 14; broken++) {
      const code = await codeFor(cloud, personId, { replace: true })
      const next = `phone-${fate}-${broken}`
      const event = call('identity.redeem', { code, consent: GUIDELINE })
      line.decide((n) => (n === broken ? fate : undefined))
      let answer = await line.call(next, event)
      line.decide(() => undefined)
      if (answer && !answer.ok && answer.error.code === 'BUSY') answer = await line.call(next, event)
      expect([broken, answer]).toMatchObject([broken, { ok: true }])
      expect([broken, personIn(cloud, personId).openid]).toEqual([broken, next])
      expect(accountOf(cloud, phone)).toBeUndefined()
      phone = next
    }
    // As it was, for the next fate.
    await cloud.must(INFORMANT, 'identity.unbind', { personId, reason: '换回来' })
    const code = await codeFor(cloud, personId)
    await cloud.must('demo-villager-1', 'identity.redeem', { code, consent: GUIDELINE })
    expectSound(cloud)
  },
  600_000,
)

test('a decision that was killed after any exchange leaves the request open or the account bound', async () => {
  await killedAfterEach(async (n) => {
    const personId = unbound(130 + n)
    const openid = `asks-${n}`
    await cloud.must(openid, 'identity.requestBinding', {
      village: VILLAGE,
      name: '王小二',
      consent: GUIDELINE,
    })
    const request = () => find<BindingRequest>(cloud, 'bindingRequests', { openid })[0] as BindingRequest
    const { _id: requestId, at } = request()
    return {
      openid: BUREAU,
      event: call('identity.decideBinding', { requestId, at, accept: true, personId }),
      check(done) {
        expect(request().state).toBe(done ? 'accepted' : 'open')
        expect(personIn(cloud, personId).openid).toBe(done ? openid : undefined)
        expect(bindingsOf(cloud, personId)).toHaveLength(done ? 1 : 0)
      },
    }
  })
}, 600_000)

test('who withdraws, killed after any exchange, still has an account or has left; sent again they have left', async () => {
  await killedAfterEach(async (n) => {
    const personId = `person-${160 + n}-1`
    const openid = `demo-villager-${160 + n}`
    return {
      openid,
      event: call('identity.withdraw', { personId }),
      check(done) {
        expect(accountOf(cloud, openid)?.personId).toBe(done ? undefined : personId)
        expect(personIn(cloud, personId).phone === undefined).toBe(done)
        expect(bindingsOf(cloud, personId)).toHaveLength(done ? 1 : 0)
      },
    }
  })
}, 600_000)

test('a role that is given, killed after any exchange, is the person’s and the account’s, or neither’s', async () => {
  await killedAfterEach(async (n) => {
    const personId = `person-${190 + n}-1`
    return {
      openid: BUREAU,
      event: call('identity.grantRole', { personId, role: 'informant', over: VILLAGE }),
      check(done) {
        const isInformant = { role: 'informant', scope: VILLAGE, scopeName: '李家湾村' }
        const holds = (roles: unknown[] | undefined) =>
          (roles ?? []).some((each) => JSON.stringify(each) === JSON.stringify(isInformant))
        expect(holds(personIn(cloud, personId).roles)).toBe(done)
        expect(holds(accountOf(cloud, `demo-villager-${190 + n}`)?.roles)).toBe(done)
        expect(find(cloud, 'notifications', { to: personId, title: /信息员/ })).toHaveLength(done ? 1 : 0)
      },
    }
  })
}, 600_000)
