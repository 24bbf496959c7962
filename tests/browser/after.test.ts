import { readFileSync } from 'node:fs'
import { spacedNumber } from '../../contract/training/certificate-number'
import { readPdf } from '../fixtures/pdf'
import { begunWith, certificatesOf } from '../system/certificate-class'
import { type BrowserCloud, startBrowserCloud } from './cloud'
import { type Person, person } from './person'

let cloud: BrowserCloud
beforeAll(async () => {
  cloud = await startBrowserCloud()
}, 300_000)
afterAll(() => cloud?.close())

/** What a press saves, as it lies on the disk. */
async function saved({ page }: Person, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('a class is finished by its bureau; who was there has a certificate, prints it, and a stranger verifies it', async () => {
  const classId = begunWith(cloud, { 'person-60-1': 'attended' }, { title: '羊肚菌大棚种植' })
  const bureau = await person(cloud, 'demo-bureau', `desk/training/class/index?id=${classId}`)
  await bureau.tap('结课')
  await bureau.sees('上完了？')
  await bureau.tap('结课')
  await bureau.sees('纸质材料、证书和评价')
  await cloud.timer()
  const [certificate] = certificatesOf(cloud, classId)
  const number = certificate!._id

  const villager = await person(cloud, 'demo-villager-60', 'my/inbox/index')
  await villager.tapRow('结业证书发下来了：羊肚菌大棚种植')
  await villager.sees('存到相册', `编号 ${spacedNumber(number)}`)
  const picture = await saved(villager, () => villager.tap('存到相册'))
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG')
  const pdf = await saved(villager, () => villager.tap('下载 PDF，可以打印'))
  expect(pdf.name).toBe(`证书-${number}.pdf`)
  expect(readPdf(pdf.bytes).text.replace(/\s/g, '')).toContain(`${certificate!.name}同志：`)

  // As its code opens it.
  const stranger = await person(cloud, 'demo-visitor', `training-after/verify/index?scene=${number}`)
  await stranger.sees('证书是真的', '羊肚菌大棚种植')
  expect(await stranger.reads()).not.toContain(certificate!.name)

  await bureau.tapRow('纸质材料、证书和评价')
  const sheet = await saved(bureau, () => bureau.tap('签到表 Word'))
  expect(sheet.name).toMatch(/^签到表-羊肚菌大棚种植-\d{8}\.docx$/)
  await bureau.tap('发出的证书')
  await bureau.tapRow(spacedNumber(number))
  await bureau.type('为什么作废', '名字写错了')
  await bureau.tap('作废这张证书')
  await bureau.tap('作废')
  await bureau.sees('已作废')
  const another = await person(cloud, 'demo-visitor', `training-after/verify/index?scene=${number}`)
  await another.sees('已经作废', '名字写错了')
  for (const each of [bureau, villager, stranger, another]) {
    expect(await each.complaints()).toEqual([])
    await each.putAway()
  }
}, 180_000)
