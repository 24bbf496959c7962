import { isCertificateNumber } from '../../contract/training/certificate-number'
import { readPdf } from '../fixtures/pdf'
import { begunWith, certificatesOf } from '../system/certificate-class'
import { callsOf, journey } from './journey'
import type { Phone } from './phone/phone'

const here = journey()

const drawnBy = (phone: Phone): string =>
  phone.state.api.flatMap(({ name, options }) => (name === 'fillText' ? [String(options)] : [])).join('')
const fileOf = (phone: Phone, ending: string): Uint8Array =>
  [...phone.state.files].find(([path]) => path.endsWith(ending))?.[1] ?? new Uint8Array()

test('who attended a class that is over finds the certificate, keeps its picture, prints it, and anybody verifies it', async () => {
  const classId = begunWith(here.cloud, { 'person-50-1': 'attended' }, { title: '羊肚菌大棚种植' })
  await here.cloud.must('demo-bureau', 'training.finish', { classId })
  await here.cloud.timer()
  const [certificate] = certificatesOf(here.cloud, classId)
  const number = certificate!._id

  const phone = here.phone('demo-villager-50')
  await phone.open('/my/index/index')
  expect(await callsOf(phone, () => phone.tap('学过的课和证书'))).toEqual(['training.record'])
  expect(phone.text()).toContain('羊肚菌大棚种植')
  expect(await callsOf(phone, () => phone.tap('看证书', 0))).toEqual(['training.certificate'])
  expect(drawnBy(phone)).toContain(`${certificate!.name} 同志：`)
  expect(drawnBy(phone).replace(/\s/g, '')).toContain(number)
  // Not allowed at first: it says how, and goes there.
  phone.state.denied.add('saveImageToPhotosAlbum')
  phone.state.modalAnswers.push(true)
  await phone.tap('存到相册')
  expect(phone.state.dialogs.at(-1)?.content).toContain('允许“添加到相册”')
  expect(phone.state.api.map(({ name }) => name)).toContain('openSetting')
  phone.state.denied.clear()
  await phone.tap('存到相册')
  expect(phone.state.toasts).toContain('存到相册了')
  expect(await callsOf(phone, () => phone.tap('下载 PDF，可以打印'))).toEqual(['training.certificatePdf'])
  const text = readPdf(Buffer.from(fileOf(phone, '.pdf'))).text.replace(/\s/g, '')
  expect(text).toContain(number)
  expect(text).toContain('羊肚菌大棚种植')

  const stranger = here.phone('demo-visitor')
  await stranger.open('/my/index/index')
  await stranger.tap('查证书真假')
  const wrong = `${number.slice(0, 11)}${(Number(number[11]) + 1) % 10}`
  expect(isCertificateNumber(wrong)).toBe(false)
  await stranger.type('#field-number', wrong)
  expect(await callsOf(stranger, () => stranger.tap('查'))).toEqual([])
  expect(stranger.text()).toContain('编号不对')
  await stranger.type('#field-number', `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`)
  expect(await callsOf(stranger, () => stranger.tap('查'))).toEqual(['training.verifyCertificate'])
  expect(stranger.text()).toContain('证书是真的')
  expect(stranger.text()).not.toContain(certificate!.name)
}, 120_000)

test('one voided for good says so after the class; the bureau opens it and issues another', async () => {
  const classId = begunWith(here.cloud, { 'person-52-1': 'attended' })
  await here.cloud.must('demo-bureau', 'training.finish', { classId })
  await here.cloud.timer()
  const number = certificatesOf(here.cloud, classId)[0]!._id
  await here.cloud.must('demo-bureau', 'training.revokeCertificate', { number, reason: '没有来上课' })

  const phone = here.phone('demo-villager-52')
  await phone.open(`/training-after/class/index?id=${classId}`)
  expect(phone.text()).toContain('证书作废了')
  expect(phone.text()).not.toContain('看证书')
  await phone.tap('看为什么')
  expect(phone.text()).toContain('没有来上课')

  const bureau = here.phone('demo-bureau')
  await bureau.open(`/training-after/issued/index?id=${classId}`)
  await bureau.tap(`${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`)
  expect(bureau.text()).not.toContain('作废这张证书')
  expect(await callsOf(bureau, () => bureau.tap('重新发一张'))).toEqual([])
  expect(bureau.text()).toContain('请写为什么重新发')
  await bureau.type('#field-reason', '查清楚了，来上过课')
  bureau.state.modalAnswers.push(true)
  expect(await callsOf(bureau, () => bureau.tap('重新发一张'))).toEqual([
    'training.revokeCertificate',
    'training.issued',
  ])
  expect(bureau.text()).toContain('正在发')
  await here.cloud.timer()
  await phone.back()
  expect(phone.text()).toContain('看证书')
  expect(phone.text()).not.toContain('证书作废了')
}, 120_000)

test('after a class one says how it was, and goes on to ask its teacher', async () => {
  const classId = begunWith(here.cloud, { 'person-51-1': 'attended' }, { state: 'finished' })
  const phone = here.phone('demo-villager-51')
  await phone.open(`/training/class/index?id=${classId}`)
  expect(await callsOf(phone, () => phone.tap('课后：证书、评价、问老师'))).toEqual(['training.afterClass'])
  expect(await callsOf(phone, () => phone.tap('提交评价'))).toEqual([])
  expect(phone.text()).toContain('请选一个')
  await phone.tap('非常好')
  expect(await callsOf(phone, () => phone.tap('提交评价'))).toEqual(['training.rate', 'training.afterClass'])
  expect(phone.text()).toContain('您评过了，还可以改')
  const { teachers } = await here.cloud.must('demo-villager-51', 'training.afterClass', { classId })
  await phone.tap(`问${teachers[0]!.name}`)
  expect(phone.text()).toContain(teachers[0]!.name)
}, 60_000)

test('a class one goes to is put into the phone’s calendar; a notice’s code opens it', async () => {
  const phone = here.phone('demo-villager')
  await phone.open('/training/class/index?scene=cclass-open-5')
  expect(phone.text()).toContain('高山蔬菜育苗')
  await phone.tap('记到手机日历')
  const added = phone.state.api.find(({ name }) => name === 'addPhoneCalendar')?.options
  const { sessions } = await here.cloud.must('demo-villager', 'training.get', { classId: 'class-open-5' })
  expect(added).toMatchObject({ title: '高山蔬菜育苗', startTime: Date.parse(sessions[0]!.startsAt) / 1000 })
}, 60_000)
