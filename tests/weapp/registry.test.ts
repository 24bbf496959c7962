import { callsOf, journey } from './journey'

const here = journey()

test('the bureau finds somebody by initials and changes them; what a colleague wrote meanwhile stays, and so does what was typed', async () => {
  const operator = here.phone('demo-bureau')
  await operator.open('/home/index')
  expect(await callsOf(operator, () => operator.tap('科技局工作台'))).toEqual([])
  expect(await callsOf(operator, () => operator.tap('人员登记'))).toEqual(['registry.search'])
  await operator.type('姓名或电话', 'wxy')
  expect(await callsOf(operator, () => operator.tap('找'))).toEqual(['registry.search'])
  expect(await callsOf(operator, () => operator.tap('王秀英', 0))).toEqual(['registry.person'])
  const before = await here.cloud.must('demo-bureau', 'registry.person', { personId: 'person-1-2' })
  expect(operator.text()).toContain(`${before.birthYear} 年生`)
  expect(await callsOf(operator, () => operator.tap('改资料'))).toEqual(['registry.person'])
  await operator.type('#person-phone', '1390000')

  // A colleague writes another year of birth into the same card.
  const { personId, version, name, relation } = before
  const theirs = { personId, version, name, ...(relation ? { relation } : {}), birthYear: 1961 }
  await here.cloud.must('demo-bureau', 'registry.savePerson', theirs)
  expect(await callsOf(operator, () => operator.tap('保存'))).toEqual(['registry.savePerson'])
  expect(operator.text()).toContain('手机号要 11 位')
  await operator.type('#person-phone', '139 0000 0001')
  expect(await callsOf(operator, () => operator.tap('保存'))).toEqual([
    'registry.savePerson',
    'registry.person',
  ])
  expect(operator.state.dialogs.at(-1)?.content).toContain('别人刚改过')
  expect(operator.value('#person-phone')).toBe('139 0000 0001')
  expect(operator.value('#person-year')).toBe('1961')
  expect(await callsOf(operator, () => operator.tap('保存'))).toEqual([
    'registry.savePerson',
    'registry.person',
  ])
  expect(operator.route).toBe('desk/bureau/registry/person/index')
  expect(operator.text()).toContain('139 0000 0001')
  const after = await here.cloud.must('demo-bureau', 'registry.person', { personId })
  expect(after).toMatchObject({ phone: '13900000001', birthYear: 1961, relation })
}, 60_000)

test('a household is registered in a village, gets a member, and that member a household of their own', async () => {
  const operator = here.phone('demo-bureau')
  await operator.open('/desk/bureau/registry/search/index')
  await operator.tap('户')
  expect(await callsOf(operator, () => operator.tap('登记一户'))).toEqual([])
  expect(await callsOf(operator, () => operator.tap('#place-household-new'))).toEqual(['registry.regions'])
  await operator.type('#place-words', '李家湾')
  expect(await callsOf(operator, () => operator.tap('李家湾村', 0))).toEqual([])
  expect(operator.text()).toContain('李家湾村')
  await operator.type('#person-name', '扎西•多吉')
  await operator.type('#person-year', '1970')
  expect(await callsOf(operator, () => operator.tap('登记'))).toEqual([
    'registry.saveHousehold',
    'registry.household',
  ])
  expect(operator.title).toBe('扎西·多吉 户')

  await operator.tap('添一口人')
  await operator.type('#person-name', '多吉央金')
  await operator.type('#person-year', '1995')
  await operator.tap('子女')
  expect(await callsOf(operator, () => operator.tap('登记'))).toEqual([
    'registry.savePerson',
    'registry.household',
  ])
  expect(operator.text()).toContain('家里 2 口人')

  expect(await callsOf(operator, () => operator.tap('分户'))).toEqual(['registry.household'])
  expect(await callsOf(operator, () => operator.tap('分户'))).toEqual([])
  expect(operator.text()).toContain('请点一下谁分出去')
  await operator.tap('.member', 0)
  expect(await callsOf(operator, () => operator.tap('分户'))).toEqual([
    'registry.divideHousehold',
    'registry.household',
  ])
  expect(operator.title).toBe('多吉央金 户')
  expect(operator.text()).toContain('家里 1 口人')
}, 60_000)

test('a namesake is asked about, and registered once the operator says it is somebody else', async () => {
  const operator = here.phone('demo-bureau')
  await operator.open('/desk/bureau/registry/edit-person/index?household=household-1&of=x')
  await operator.type('#person-name', '王秀英')
  await operator.type('#person-year', '2001')
  expect(await callsOf(operator, () => operator.tap('登记'))).toEqual(['registry.savePerson'])
  expect(operator.text()).toContain('已经有同名的人')
  await operator.tap('是另一个人，只是同名')
  expect(await callsOf(operator, () => operator.tap('登记'))).toEqual(['registry.savePerson', 'home.get'])
  const { people } = await here.cloud.must('demo-bureau', 'registry.search', {
    kind: 'person',
    words: '王秀英',
    region: '519921100200',
  })
  expect(people).toHaveLength(2)
}, 60_000)

test('somebody who only looks up sees no way to change, and an informant not what kind of household it is', async () => {
  const informant = here.phone('demo-informant')
  await informant.open('/desk/informant/people/index')
  await informant.type('姓名或电话', 'wxy')
  expect(await callsOf(informant, () => informant.tap('找'))).toEqual(['registry.search'])
  await informant.open('/desk/bureau/registry/household/index?id=household-1')
  expect(informant.text()).not.toContain('帮扶')
  expect(informant.find('添一口人')).toEqual([])
  const cadre = here.phone('demo-cadre')
  await cadre.open('/desk/bureau/registry/household/index?id=household-1')
  expect(cadre.text()).toContain('帮扶户')
  expect(cadre.find('添一口人')).toEqual([])
}, 60_000)

test('a villager asks one certain expert; away, the same question goes to whoever can', async () => {
  const { name } = await here.cloud.must('demo-villager', 'expert.get', { expertId: 'expert-1' })
  const villager = here.phone('demo-villager')
  await villager.open('/home/index')
  expect(await callsOf(villager, () => villager.tap('找专家'))).toEqual(['expert.list'])
  expect(await callsOf(villager, () => villager.tap('特色水果'))).toEqual(['expert.list'])
  expect(await callsOf(villager, () => villager.tap('李子', 0))).toEqual(['expert.list'])
  expect(await callsOf(villager, () => villager.tap(`${name} 研究员`))).toEqual(['expert.get'])
  expect(await callsOf(villager, () => villager.tap(`向${name}提问`))).toEqual([])
  expect(villager.text()).toContain(`问 ${name} 研究员`)
  await villager.tap('李子')
  await villager.type('#question-text', '李子树流胶怎么办')

  // Meanwhile he takes leave.
  const expert = here.phone('demo-expert')
  await expert.open('/my/index/index')
  expect(await callsOf(expert, () => expert.tap('我的专家资料、请假'))).toEqual(['expert.get'])
  await expert.tap('要请假一段时间')
  expect(await callsOf(expert, () => expert.tap('保存'))).toEqual([])
  expect(expert.text()).toContain('请选从哪天起')
  const today = new Date(Date.now() + 8 * 60 * 60_000).toISOString().slice(0, 10)
  const [, from, until] = expert.find('<picker>')
  await expert.change(from!, today)
  await expert.change(until!, `${new Date().getFullYear() + 1}-01-31`)
  expect(await callsOf(expert, () => expert.tap('保存'))).toEqual(['expert.setMine'])

  expect(await callsOf(villager, () => villager.tap('发给专家'))).toEqual(['consultation.ask'])
  expect(villager.text()).toContain('这位专家请假')
  await villager.tap('让系统派一位')
  expect(villager.value('#question-text')).toBe('李子树流胶怎么办')
  expect(await callsOf(villager, () => villager.tap('发给专家'))).toEqual([
    'consultation.ask',
    'consultation.get',
  ])
  const { questions } = await here.cloud.must('demo-villager', 'consultation.mine', {})
  expect(questions[0]?.title).toContain('流胶')
}, 60_000)
