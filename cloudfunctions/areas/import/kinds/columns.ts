import { SUBJECT, type Subject } from '../../../../contract/consultation'
import { text } from '../../../../contract/fields'
import type { ImportKind } from '../../../../contract/import'
import {
  address,
  identityNumber,
  personName,
  phone,
  regionCode,
  regionName,
  relation,
} from '../../../../contract/registry'
import { beijing } from '../../../../contract/time'
import { TOPIC_NAMES } from '../../../../contract/training'
import { day, dayOfYear, field, several, whole, yesOrNo, yuan } from '../cells'
import { column } from './column'

const words = (most: number, least = 1) => field(text(most, least))
const year = whole(1900, beijing(Date.now()).year(), '出生年份要四位数字，比如 1968。')
const village = column('村', words(60), {
  required: true,
  width: 24,
  example: '青石乡 李家湾村',
  list: 'villages',
})
const name = column('姓名', field(personName), { required: true, example: '扎西·多吉' })
const headName = column('户主姓名', field(personName), { required: true, example: '王大山' })
const identity = column('身份证号', field(identityNumber, { secret: true }), {
  width: 24,
  example: '519921196801011014',
})
const birthYear = column('出生年份', year, { example: '1968' })
const group = column('组或门牌', field(address), { example: '3 组 12 号' })
const telephone = column('电话', field(phone), { width: 16, example: '19900000000' })
const yes = (heading: string, example: string) => column(heading, yesOrNo, { example, list: 'yesNo' })
const money = (heading: string, example: string) => column(heading, yuan, { required: true, example })

/** 9 digits: a township; 12: a village. The county itself is an administrator's. */
const code = regionCode.refine((text) => text.length > 6, '编码要 9 位（乡镇）或者 12 位（村）数字')
const SUBJECT_NAMES = Object.fromEntries(
  Object.entries(SUBJECT).map(([subject, { name }]) => [subject, name]),
) as Record<Subject, string>

/** The columns of every kind, in the order of its template. */
export const COLUMNS = {
  villages: {
    code: column('编码', field(code), { required: true, width: 18, example: '519921100200' }),
    name: column('名称', field(regionName), { required: true, width: 18, example: '李家湾村' }),
  },
  households: {
    village,
    headName,
    identity: column('户主身份证号', identity.read, { width: 24, example: identity.example }),
    birthYear: column('户主出生年份', year, { example: '1968' }),
    phone: column('户主电话', telephone.read, { width: 16, example: telephone.example }),
    address: group,
    assisted: yes('帮扶户', '否'),
  },
  people: {
    village,
    headName,
    name,
    relation: column('与户主关系', field(relation), {
      required: true,
      example: '配偶',
      list: 'relations',
    }),
    identity,
    birthYear,
    phone: telephone,
    address: { ...group, example: '' },
  },
  informants: {
    village,
    name,
    phone: { ...telephone, required: true },
    identity,
    birthYear,
    until: column('到期日期', day, { example: '' }),
  },
  experts: {
    name,
    phone: { ...telephone, required: true },
    place: column('单位', words(40, 2), { required: true, width: 24, example: '县农业农村局' }),
    title: column('职称', words(20, 2), { required: true, example: '高级农艺师' }),
    fields: column('领域', several(TOPIC_NAMES), {
      required: true,
      width: 22,
      example: '特色水果、绿色蔬菜',
    }),
    crops: column('熟悉的品种', several(SUBJECT_NAMES), { width: 22, example: '李子、花椒辣椒' }),
    townships: column('服务乡镇', words(200), { width: 22, example: '' }),
    introduction: column('简介', words(300), { width: 30, example: '种了二十年李子' }),
    mayCall: yes('电话可以公开', '否'),
    maxOpen: column('最多同时答几个', whole(1, 200, '请填 1 到 200 的数字。'), { example: '20' }),
    identity,
    birthYear,
  },
  contracts: {
    number: column('协议编号', words(40, 2), { required: true, width: 18, example: 'DY-2026-001' }),
    village,
    headName,
    address: { ...group, example: '' },
    cooperative: column('合作社', words(60, 2), {
      required: true,
      width: 28,
      example: '云岭县藏香猪养殖专业合作社',
      list: 'cooperatives',
    }),
    company: column('公司', words(60, 2), {
      required: true,
      width: 24,
      example: '云岭生态畜牧有限公司',
      list: 'companies',
    }),
    startsOn: column('开始日期', day, { required: true, example: '2026-07-01' }),
    termYears: column('年限', whole(1, 30, '年限请填 1 到 30 的数字。'), { required: true, example: '3' }),
    principal: money('股金（元）', '10000'),
    annual: money('每年分红（元）', '1000'),
    premium: money('每年保险费（元）', '216'),
    cover: money('保险金额（元）', '200000'),
    animals: column('牲畜', words(60, 2), {
      required: true,
      width: 24,
      example: '能繁母猪 1 头、仔猪 8 头',
    }),
    payBy: column('每年付款日', dayOfYear, { required: true, example: '12-20' }),
  },
} as const satisfies Record<ImportKind, import('./column').Columns>
