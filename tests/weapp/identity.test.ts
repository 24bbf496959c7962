import { GUIDELINE } from '../../contract/guideline'
import { callsOf, inCard, journey } from './journey'
import type { Phone } from './phone/phone'

const here = journey()

const VILLAGE = '519921100200'
const INFORMANT = 'demo-informant'
/** Neighbours without an account, in the village of demo-informant. */
const YOUNG = { personId: 'person-1-3', name: '杨永康' }

const codeFor = async (personId: string) => {
  const { results } = await here.cloud.must(INFORMANT, 'identity.invite', { personIds: [personId] })
  return results[0]?.code ?? ''
}
const enrolments = async (openid: string, actFor?: string) =>
  (await here.cloud.must(openid, 'training.myEnrolments', { when: 'coming' }, actFor)).enrolments
const chooseVillage = async (phone: Phone) => {
  await phone.tap('#place-bind-village')
  await phone.tap('青石乡')
  await phone.tap('李家湾村')
}

test('a visitor presses 报名, says who they are by a code, is back at the class and presses again', async () => {
  const code = await codeFor(YOUNG.personId)
  const phone = here.phone('somebody-1')
  await phone.open('/home/index')
  await phone.tap('报名培训')
  await phone.tap('青脆李冬季修剪')
  await phone.tap('报名')
  expect(phone.route).toBe('identity/bind/index')

  // Nothing is sent before a way was chosen, a code typed and the guideline agreed to.
  expect(await callsOf(phone, () => phone.tap('同意并继续'))).toEqual([])
  expect(phone.text()).toContain('请先选一种办法')
  await phone.tap('#way-code')
  await phone.type('#field-code', 'AAAAAA')
  expect(await callsOf(phone, () => phone.tap('同意并登记'))).toEqual([])
  await phone.tap('我看过了，同意')
  expect(await callsOf(phone, () => phone.tap('同意并登记'))).toEqual(['identity.redeem'])
  expect(phone.text()).toContain('这个码不对')
  expect(phone.value('#field-code')).toBe('AAAAAA')

  await phone.type('#field-code', `${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`)
  expect(await callsOf(phone, () => phone.tap('同意并登记'))).toEqual(['identity.redeem', 'training.get'])
  expect(phone.route).toBe('training/class/index')
  expect(await callsOf(phone, () => phone.tap('报名'))).toEqual(['training.enrol', 'training.get'])
  expect(phone.text()).toContain('报上名了')
  expect((await enrolments('somebody-1')).map(({ title }) => title)).toEqual(['青脆李冬季修剪'])
}, 60_000)

test('from home, asking leads through saying who one is and on to asking', async () => {
  const code = await codeFor('person-1-4')
  const phone = here.phone('somebody-2')
  await phone.open('/home/index')
  await phone.tap('问专家')
  expect(phone.route).toBe('identity/bind/index')
  await phone.tap('#way-code')
  await phone.type('#field-code', code)
  await phone.tap('我看过了，同意')
  await phone.tap('同意并登记')
  expect(phone.route).toBe('consultation/ask/index')
  expect(phone.text()).toContain('问的是什么')
}, 60_000)

test('a scanned code is in its field; a code that is used lets nobody else in', async () => {
  const code = await codeFor('person-129-2')
  const phone = here.phone('somebody-3')
  await phone.open(`/identity/bind/index?scene=${code}`)
  expect(phone.value('#field-code')).toBe(code)
  await phone.tap('我看过了，同意')
  await phone.tap('同意并登记')
  expect(phone.route).toBe('home/index')
  expect(phone.text()).toContain('马明秀，您好')
  const other = here.phone('somebody-4')
  await other.open(`/identity/bind/index?scene=${code}`)
  await other.tap('我看过了，同意')
  await other.tap('同意并登记')
  expect(other.text()).toContain('这个码不对，或者用过了')
}, 60_000)

test('who has no code asks the informant, who says which neighbour it is; then they sign up', async () => {
  const visitor = here.phone('somebody-5')
  await visitor.open('/home/index')
  await visitor.tap('去登记')
  await visitor.tap('#way-request')
  await chooseVillage(visitor)
  await visitor.type('#field-name', '邓春燕')
  await visitor.type('#field-phone', '138 0000 1234')
  await visitor.tap('我看过了，同意')
  expect(await callsOf(visitor, () => visitor.tap('同意，请信息员登记'))).toEqual([
    'identity.requestBinding',
    'identity.myRequest',
  ])
  expect(visitor.text()).toContain('等信息员确认')
  await visitor.tap('知道了，先看看别的')
  expect(visitor.text()).toContain('等信息员确认')

  const informant = here.phone(INFORMANT)
  await informant.open('/desk/informant/requests/index')
  expect(informant.text()).toContain('说是李家湾村的')
  await informant.tap('看看是谁')
  await informant.tap(inCard(informant, '邓春燕', '邓春燕'))
  informant.state.modalAnswers.push(true)
  expect(await callsOf(informant, () => informant.tap('就是邓春燕，给他登记'))).toEqual([
    'identity.decideBinding',
    'identity.bindingRequests',
  ])
  expect(informant.text()).toContain('没有人等着登记')

  expect(await callsOf(visitor, () => visitor.comeBack())).toEqual(['home.get'])
  expect(visitor.text()).toContain('邓春燕，您好')
  await visitor.tap('报名培训')
  await visitor.tap('青脆李冬季修剪')
  await visitor.tap('报名')
  expect(visitor.text()).toContain('报上名了')
}, 60_000)

test('who is refused reads why, and may ask anew', async () => {
  const visitor = here.phone('somebody-6')
  await here.cloud.must('somebody-6', 'identity.requestBinding', {
    ...{ village: VILLAGE, name: '李不在', consent: GUIDELINE },
  })
  const informant = here.phone(INFORMANT)
  await informant.open('/desk/informant/requests/index')
  await informant.tap('看看是谁')
  await informant.tap('都不是，不给登记')
  expect(await callsOf(informant, () => informant.tap('不给登记，告诉他原因'))).toEqual([])
  await informant.type('#field-reason', '村里没有这个人')
  await informant.tap('不给登记，告诉他原因')
  await visitor.open('/my/index/index')
  expect(visitor.text()).toContain('没通过')
  expect(visitor.text()).toContain('村里没有这个人')
  await visitor.tap('我的登记申请')
  expect(visitor.find('#way-request')).toHaveLength(1)
}, 60_000)

test('a villager lets family act; they sign up for her with her name in sight, and change back to themselves', async () => {
  const villager = here.phone('demo-villager')
  await villager.open('/my/index/index')
  await villager.tap('让家人替我办')
  await villager.tap('杨春燕')
  await villager.tap('爱人')
  villager.state.modalAnswers.push(true)
  expect(await callsOf(villager, () => villager.tap('让他替我办'))).toEqual([
    'identity.agree',
    'identity.about',
  ])
  expect(villager.text()).toContain('能替我办')

  const family = here.phone('demo-villager-1')
  await family.open('/my/index/index')
  expect(await callsOf(family, () => family.tap('替家人办'))).toEqual(['identity.actingFor'])
  await family.tap('王秀英')
  await family.tap('替他报名')
  expect(family.text()).toContain('正在为 王秀英 办理')
  await family.tap('青脆李冬季修剪')
  await family.tap('给王秀英报名')
  expect(family.text()).toContain('报上名了')
  const titles = (await enrolments('demo-villager')).map(({ title }) => title)
  expect(titles).toContain('青脆李冬季修剪')

  await family.tap('换人')
  expect(family.route).toBe('identity/acting/index')
  await family.tap('我自己')
  expect(family.route).toBe('training/class/index')
  expect(family.text()).not.toContain('正在为')
  expect(family.find('.main-button').length).toBe(1)
  expect((await enrolments('demo-villager-1')).map(({ title }) => title)).not.toContain('青脆李冬季修剪')

  villager.state.modalAnswers.push(true)
  await villager.tap('不让杨春燕替我办了')
  const refused = await here.cloud.ask(
    'demo-villager-1',
    'training.myEnrolments',
    { when: 'coming' },
    { actFor: 'person-1-2' },
  )
  expect(refused.ok).toBe(false)
}, 60_000)

test('an informant changes from one villager to another without leaving the class', async () => {
  const phone = here.phone(INFORMANT)
  await phone.open('/training/class/index?id=class-open-3&actFor=person-193-2&actName=x')
  await phone.tap('换人')
  await phone.tap('村里的人')
  await phone.tap('刘家富')
  expect(phone.route).toBe('training/class/index')
  expect(phone.text()).toContain('正在为 刘家富 办理')
}, 60_000)

test('where the guideline has changed since, the press leads to it, and back to the same press', async () => {
  const [account] = here.cloud.emulator.store.find('accounts', { _id: 'demo-villager-40' })
  here.cloud.emulator.store.insertMany('accounts', [
    {
      ...account,
      _id: 'agreed-long-ago',
      consent: { version: '2020-01-01', at: '2020-01-01T00:00:00.000Z' },
    },
  ] as never)
  const phone = here.phone('agreed-long-ago')
  await phone.open('/home/index')
  await phone.tap('问专家')
  await phone.tap('李子')
  await phone.type('#question-text', '叶子发黄')
  await phone.tap('发给专家')
  expect(phone.route).toBe('identity/consent/index')
  expect(await callsOf(phone, () => phone.tap('同意，接着办'))).toEqual([])
  await phone.tap('我看过了，同意')
  expect(await callsOf(phone, () => phone.tap('同意，接着办'))).toEqual(['identity.consent'])
  expect(phone.route).toBe('consultation/ask/index')
  expect(phone.value('#question-text')).toBe('叶子发黄')
  await phone.tap('发给专家')
  expect(phone.route).toBe('consultation/question/index')
}, 60_000)

test('who leaves is told what stays, and this phone has nothing of them any more', async () => {
  const phone = here.phone('demo-villager-41')
  await phone.open('/home/index')
  expect([...phone.state.storage.keys()]).toContain('me')
  await phone.open('/identity/about/index')
  await phone.tap('退出，不再用了')
  expect(phone.text()).toContain('留 15 年')
  phone.state.modalAnswers.push(false, true)
  expect(await callsOf(phone, () => phone.tap('退出'))).toEqual([])
  expect(await callsOf(phone, () => phone.tap('退出'))).toEqual(['identity.withdraw'])
  expect(phone.text()).toContain('已经退出了')
  expect([...phone.state.storage.keys()]).toEqual([])
  await phone.tap('回首页')
  expect(phone.text()).toContain('去登记')
}, 60_000)
