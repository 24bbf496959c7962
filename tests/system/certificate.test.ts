import type { CertificateDocument } from '../../cloudfunctions/areas/training/certificate/documents'
import { isCertificateNumber } from '../../contract/training/certificate-number'
import { readPdf } from '../fixtures/pdf'
import { begunWith, changed } from './certificate-class'
import { type Cloud, startCloud } from './cloud'
import { desk } from './training-desk'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())

const certificatesOf = (classId: string) =>
  cloud.emulator.store.find('certificates', { classId }, 1000) as unknown as CertificateDocument[]
const nameOf = (openid: string) =>
  (cloud.emulator.store.find('accounts', { _id: openid })[0] as unknown as { name: string }).name
const refusal = async (asked: ReturnType<Cloud['ask']>) => {
  const answer = await asked
  return answer.ok ? 'no refusal' : answer.error.code
}
const messagesOf = async (openid: string) => (await cloud.must(openid, 'inbox.list', {})).messages
const finished = async (people: Parameters<typeof begunWith>[1], some?: Parameters<typeof begunWith>[2]) => {
  const classId = begunWith(cloud, people, some)
  await cloud.must('demo-bureau', 'training.finish', { classId })
  await cloud.timer()
  return classId
}

test('who attended a class that is over gets a certificate, with their name as it is registered, and is told', async () => {
  const classId = await finished({
    'person-5-1': 'attended',
    'person-6-1': 'enrolled',
    'person-7-1': 'absent',
    'person-8-1': 'cancelled',
  })
  const [only, ...others] = certificatesOf(classId)
  expect(others).toEqual([])
  expect(only).toMatchObject({
    personId: 'person-5-1',
    name: nameOf('demo-villager-5'),
    organiser: '云岭县科技局',
  })
  expect(isCertificateNumber(only!._id)).toBe(true)
  const { certificates, name } = await cloud.must('demo-villager-5', 'training.certificates', {})
  expect(name).toBe(only!.name)
  expect(certificates.find(({ number }) => number === only!._id)).toMatchObject({
    title: only!.title,
    days: only!.days,
  })
  const { messages } = await cloud.must('demo-villager-5', 'inbox.list', {})
  expect(messages).toContainEqual(
    expect.objectContaining({
      title: `结业证书发下来了：${only!.title}`,
      page: `/training-after/certificate/index?number=${only!._id}`,
    }),
  )
  // Nobody is looked for any more, and nobody gets another.
  expect(desk(cloud).classOf(classId).toCertify).toBeUndefined()
  expect(await cloud.timer()).toMatchObject({ data: { certified: 0 } })
})

test('a field lecture certifies that one was there; a day of outreach gives nothing', async () => {
  const lecture = await finished({ 'person-9-1': 'attended' }, { kind: 'lecture' })
  expect(certificatesOf(lecture)).toHaveLength(1)
  const { messages } = await cloud.must('demo-villager-9', 'inbox.list', {})
  expect(messages[0]?.title).toMatch(/^学习证明发下来了/)
  expect(certificatesOf(await finished({ 'person-9-1': 'attended' }, { kind: 'outreach' }))).toEqual([])
})

test('many are certified over several runs, each once', async () => {
  const people = Object.fromEntries(
    Array.from({ length: 130 }, (_, n) => [`person-${n + 10}-1`, 'attended' as const]),
  )
  const classId = await finished(people)
  expect(certificatesOf(classId)).toHaveLength(100)
  expect(await cloud.timer()).toMatchObject({ data: { certified: 30 } })
  expect(new Set(certificatesOf(classId).map(({ personId }) => personId)).size).toBe(130)
})

test('its own can be seen and printed, with the code that opens its verification; another’s looks like none', async () => {
  const [mine] = (await cloud.must('demo-villager', 'training.certificates', {})).certificates
  const { number } = mine!
  const shown = await cloud.must('demo-villager', 'training.certificate', { number })
  expect(shown).toMatchObject({ name: '王秀英', number, title: '农村科技明白人培训班' })
  expect(shown.picture).toMatch(/^data:image\/png;base64,/)
  const { url, name } = await cloud.must('demo-villager', 'training.certificatePdf', { number })
  expect(name).toBe(`证书-${number}.pdf`)
  const pdf = readPdf(Buffer.from(await (await fetch(url)).arrayBuffer()))
  const text = pdf.text.replace(/\s/g, '')
  expect(text).toContain('王秀英同志：')
  expect(text).toContain(number)
  expect(pdf.images).toBe(1)
  expect(await refusal(cloud.ask('demo-villager-100', 'training.certificate', { number }))).toBe('NOT_FOUND')
  expect(await refusal(cloud.ask('demo-villager-100', 'training.certificatePdf', { number }))).toBe(
    'NOT_FOUND',
  )
  // The informant of the village prints it for her.
  const forHer = await cloud.must('demo-informant', 'training.certificates', {}, 'person-1-2')
  expect(forHer.certificates.map((each) => each.number)).toContain(number)
  await cloud.must('demo-informant', 'training.certificatePdf', { number }, 'person-1-2')
})

test('anybody verifies a number and learns who it may be, not who it is; tries are limited', async () => {
  const [mine] = (await cloud.must('demo-villager', 'training.certificates', {})).certificates
  const seen = await cloud.must('a-stranger', 'training.verifyCertificate', { number: mine!.number })
  expect(seen).toMatchObject({
    maskedName: '王*英',
    title: '农村科技明白人培训班',
    organiser: '云岭县科技局',
  })
  expect(JSON.stringify(seen)).not.toContain('王秀英')
  expect(JSON.stringify(seen)).not.toContain('person-')
  const wrong = { number: '482177309151' }
  expect(isCertificateNumber(wrong.number)).toBe(false)
  expect(await refusal(cloud.ask('a-stranger', 'training.verifyCertificate', wrong))).toBe('INVALID_INPUT')
  const none = { number: '999999999999' }
  for (let n = 0; n < 19; n++)
    expect(await refusal(cloud.ask('a-stranger', 'training.verifyCertificate', none))).toBe(
      'NO_SUCH_CERTIFICATE',
    )
  expect(await refusal(cloud.ask('a-stranger', 'training.verifyCertificate', none))).toBe('TOO_OFTEN')
})

test('the bureau voids one that is wrong; everybody sees it, and another is issued with the name as it is now', async () => {
  const classId = await finished({ 'person-20-1': 'attended' })
  const [wrong] = certificatesOf(classId)
  const number = wrong!._id
  const listed = await cloud.must('demo-bureau', 'training.issued', { classId })
  expect(listed).toMatchObject({ due: false, certificates: [{ number, name: wrong!.name }] })
  changed(cloud, 'people', 'person-20-1', { name: '新名' })
  const revoked = { number, reason: '名字写错了', again: true }
  await cloud.must('demo-bureau', 'training.revokeCertificate', revoked)
  const twice = await cloud.ask('demo-bureau', 'training.revokeCertificate', revoked)
  expect(twice).toMatchObject({
    error: { code: 'CERTIFICATE_REVOKED', message: '这张证书已经作废了，不用再作废。请返回看看。' },
  })
  expect(await messagesOf('demo-villager-20')).toContainEqual(
    expect.objectContaining({
      title: `结业证书作废了：${wrong!.title}`,
      text: '原因：名字写错了。会重新发一张，发了再通知您。',
    }),
  )
  expect(await cloud.must('somebody-else', 'training.verifyCertificate', { number })).toMatchObject({
    revoked: { reason: '名字写错了' },
  })
  expect(await refusal(cloud.ask('demo-villager-20', 'training.certificatePdf', { number }))).toBe(
    'CERTIFICATE_REVOKED',
  )
  await cloud.timer()
  const fresh = certificatesOf(classId).find(({ _id }) => _id !== number)
  expect(fresh).toMatchObject({ personId: 'person-20-1', name: '新名' })
  expect(fresh?.revoked).toBeUndefined()
  // Voided for good, none is issued again.
  await cloud.must('demo-bureau', 'training.revokeCertificate', { number: fresh!._id, reason: '没有来上课' })
  await cloud.timer()
  expect(certificatesOf(classId)).toHaveLength(2)
})

test('voided for good it stays so, whatever is corrected; who had it sees that; the bureau may issue another after all', async () => {
  const classId = await finished({ 'person-21-1': 'attended' })
  const number = certificatesOf(classId)[0]!._id
  const voided = { number, reason: '没有来上课' }
  await cloud.must('demo-bureau', 'training.revokeCertificate', voided)
  expect((await messagesOf('demo-villager-21'))[0]?.text).toBe('原因：没有来上课。有疑问请联系县科技局。')
  const after = () => cloud.must('demo-villager-21', 'training.afterClass', { classId })
  expect(await after()).toMatchObject({ certificate: number, certificateVoid: true })
  // Who looks at what they have learned is not told that they have one.
  const { classes } = await cloud.must('demo-villager-21', 'training.record', {})
  expect(classes.find((each) => each.classId === classId)?.certificate).toBeUndefined()
  for (const state of ['absent', 'attended']) {
    changed(cloud, 'enrolments', `${classId}:person-21-1`, { state, toCount: true })
    await cloud.timer()
  }
  expect(certificatesOf(classId)).toHaveLength(1)

  const reissue = { number, reason: '查清楚了，来过', again: true }
  const issued = async () => (await cloud.must('demo-bureau', 'training.issued', { classId })).certificates
  expect(await issued()).toMatchObject([{ number, mayReissue: true }])
  changed(cloud, 'enrolments', `${classId}:person-21-1`, { state: 'absent' })
  expect(await refusal(cloud.ask('demo-bureau', 'training.revokeCertificate', reissue))).toBe(
    'CERTIFICATE_NOT_EARNED',
  )
  changed(cloud, 'enrolments', `${classId}:person-21-1`, { state: 'attended' })
  await cloud.must('demo-bureau', 'training.revokeCertificate', reissue)
  expect(await refusal(cloud.ask('demo-bureau', 'training.revokeCertificate', reissue))).toBe(
    'CERTIFICATE_REVOKED',
  )
  await cloud.timer()
  expect(certificatesOf(classId)).toHaveLength(2)
  expect((await issued()).map(({ mayReissue }) => mayReissue)).toEqual([false, false])
  expect(await after()).toMatchObject({
    certificate: expect.not.stringMatching(number),
    certificateVoid: false,
  })
})

test('what was certified for somebody who was merged into another is the other’s', async () => {
  const classId = begunWith(cloud, { 'person-30-2': 'attended' })
  changed(cloud, 'people', 'person-30-2', { archived: { at: '', reason: '', mergedInto: 'person-30-1' } })
  await cloud.must('demo-bureau', 'training.finish', { classId })
  await cloud.timer()
  expect(certificatesOf(classId)).toMatchObject([{ personId: 'person-30-1' }])
})

test('an attendance that is taken back after the class takes its certificate along; one that comes late gives one', async () => {
  const classId = await finished({ 'person-31-1': 'attended', 'person-32-1': 'absent' })
  const [first] = certificatesOf(classId)
  changed(cloud, 'enrolments', `${classId}:person-31-1`, { state: 'absent', toCount: true })
  changed(cloud, 'enrolments', `${classId}:person-32-1`, { state: 'attended', toCount: true })
  await cloud.timer()
  expect(
    await cloud.must('who-holds-it', 'training.verifyCertificate', { number: first!._id }),
  ).toMatchObject({
    revoked: { reason: '签到更正，没有到课' },
  })
  expect(certificatesOf(classId).flatMap(({ personId, revoked }) => (revoked ? [] : [personId]))).toEqual([
    'person-32-1',
  ])
  expect((await messagesOf('demo-villager-31'))[0]).toMatchObject({
    title: `结业证书作废了：${first!.title}`,
    text: '原因：签到更正，没有到课。有疑问请联系老师。',
  })
  // There after all: a certificate of its own.
  changed(cloud, 'enrolments', `${classId}:person-31-1`, { state: 'attended', toCount: true })
  await cloud.timer()
  expect(certificatesOf(classId)).toHaveLength(3)
})

test('of several sessions two thirds earn one: a tick that comes late gives it, one taken back takes it', async () => {
  const at = (days: number) => new Date(Date.now() - days * 24 * 3_600_000).toISOString()
  const sessions = ['s1', 's2', 's3'].map((id, n) => ({
    id,
    startsAt: at(4 - n),
    endsAt: at(4 - n),
    place: '村委会',
  }))
  const classId = begunWith(
    cloud,
    { 'person-50-1': 'enrolled', 'person-51-1': 'enrolled', 'person-52-1': 'enrolled' },
    { sessions, startsAt: at(4), endsAt: at(2) },
  )
  const tick = (personId: string, sessionId: string, present: boolean) =>
    cloud.must('demo-bureau', 'training.recordAttendance', {
      classId,
      session: sessionId,
      entries: [
        {
          entryId: `${personId}-${sessionId}-${present}`,
          personId,
          how: 'tick',
          at: new Date().toISOString(),
          present,
        },
      ],
    })
  const were = { 'person-50-1': ['s1'], 'person-51-1': ['s1', 's3'], 'person-52-1': ['s1', 's2', 's3'] }
  for (const [personId, present] of Object.entries(were))
    for (const session of present) await tick(personId, session, true)
  await cloud.must('demo-bureau', 'training.finish', { classId })
  await cloud.timer()
  const valid = () =>
    certificatesOf(classId)
      .flatMap(({ personId, revoked }) => (revoked ? [] : [personId]))
      .sort()
  expect(valid()).toEqual(['person-51-1', 'person-52-1'])
  expect(await cloud.must('demo-bureau', 'training.issued', { classId })).toMatchObject({
    due: false,
    needed: 2,
  })
  expect(await cloud.must('demo-villager-50', 'training.afterClass', { classId })).toMatchObject({
    towards: { attended: 1, needed: 2, over: true },
  })

  await tick('person-50-1', 's2', true)
  await tick('person-51-1', 's3', false)
  await tick('person-52-1', 's3', false)
  await cloud.timer()
  expect(valid()).toEqual(['person-50-1', 'person-52-1'])
  const lost = certificatesOf(classId).find(({ personId }) => personId === 'person-51-1')
  expect(lost?.revoked?.reason).toBe('签到更正，到课次数不够')
  const { towards } = await cloud.must('demo-villager-51', 'training.afterClass', { classId })
  expect(towards).toEqual({ attended: 1, needed: 2, over: true })
})
