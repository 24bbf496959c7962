import { OVER } from '../../scripts/screens/after-scene'
import type { Action } from './actions'
import { saysYes } from './journey'

/** What follows a class. What gives a file away shows nothing further. */
export const AFTER_ACTIONS: Action[] = [
  {
    name: 'rate a class',
    operation: 'training.rate',
    openid: 'demo-villager-398',
    address: `training-after/class/index?id=${OVER}`,
    prepare: async (phone) => {
      await phone.tap('讲得好')
      await phone.type('#field-words', '讲得明白')
    },
    press: '提交评价',
  },
  {
    name: 'print a certificate',
    operation: 'training.certificatePdf',
    openid: 'demo-villager',
    address: ({ after }) => `training-after/certificate/index?number=${after.certificate}`,
    press: '下载 PDF，可以打印',
    shows: 0,
  },
  {
    name: 'void a certificate',
    operation: 'training.revokeCertificate',
    openid: 'demo-bureau',
    address: 'training-after/issued/index?id=class-past-1',
    prepare: async (phone) => {
      await phone.tap(
        phone
          .text()
          .match(/\d{4} \d{4} \d{4}/g)
          ?.at(-1) ?? '',
      )
      await phone.type('#field-reason', '名字写错了')
      await saysYes(phone)
    },
    press: '作废这张证书',
  },
  {
    name: 'print a sheet to sign',
    operation: 'training.signInSheet',
    openid: 'demo-bureau',
    address: 'training-after/paper/index?id=class-open-5',
    press: '签到表 Word',
    shows: 0,
  },
  {
    name: 'print a roster',
    operation: 'training.rosterSheet',
    openid: 'demo-expert',
    address: 'training-after/paper/index?id=class-open-5',
    press: '花名册 Excel',
    shows: 0,
  },
]
