import * as z from 'zod'
import { isIdentityNumber } from '../identity-number'
import { beijing, dayOf } from '../time'

/**
 * The fields of a person and a household as people type them and as Excel has them: the desk's forms and the import
 * read them by the same rules. Each takes text as it comes, mends what can only be meant one way, and says in a sentence
 * what is wrong otherwise.
 */

/** What no field of these is longer than, however many spaces were typed. */
const typed = () => z.string().max(100, { error: '太长了，请写短一点', abort: true })

/** Every dot that stands in names such as 扎西·多吉, on whatever keyboard. */
const DOTS = / ?[·•・‧∙⋅･．.] ?/g
const HAN = String.raw`\p{Script=Han}`
const NAME = new RegExp(`^(?:${HAN}+(?:·${HAN}+)*|[A-Za-z]+(?:[ ·][A-Za-z]+)*)$`, 'u')

/** One dot, no stray spaces: “王 丽” is 王丽, “扎西•多吉” is 扎西·多吉. */
export function plainName(name: string): string {
  const text = name.normalize('NFKC').replace(/\s+/g, ' ').replace(DOTS, '·').trim()
  // Spaces between Chinese characters only make short names as long as the others.
  return text.replace(new RegExp(`(?<=${HAN}) (?=${HAN})`, 'gu'), '')
}

/** Digits as one types them: full width, with spaces or hyphens between. */
export const plainDigits = (digits: string): string => digits.normalize('NFKC').replace(/[\s-]+/g, '')

export const personName = typed()
  .overwrite(plainName)
  .min(2, { error: '姓名至少两个字', abort: true })
  .max(30, { error: '姓名太长了，最多 30 个字', abort: true })
  .regex(NAME, '姓名里只能有汉字和中间的点“·”，请改一改')

/** A mobile number of eleven digits; +86 in front is left out. */
export const phone = typed()
  .overwrite((digits) => plainDigits(digits).replace(/^(\+|00)86(?=1)/, ''))
  .regex(/^1[3-9]\d{9}$/, '手机号要 11 位数字，请数一数')

/** An office's number: mobile, or fixed with its area code. */
export const officePhone = typed()
  .overwrite(plainDigits)
  .regex(/^(1[3-9]\d{9}|0\d{9,11}|\d{7,8})$/, '电话不对，请连区号一起填')

export const villageCode = typed()
  .overwrite(plainDigits)
  .regex(/^\d{12}$/, '村的编码要 12 位数字')

/** How the people of a household stand to its head; another word may be written as well. */
export const RELATIONS = [
  '户主',
  '配偶',
  '子女',
  '父母',
  '祖父母',
  '孙子女',
  '兄弟姐妹',
  '儿媳女婿',
  '其他',
] as const
export const HEAD = '户主'
export const relationWith = (sentence: string) =>
  typed()
    .overwrite((text) => text.normalize('NFKC').replace(/\s+/g, ''))
    .regex(new RegExp(`^${HAN}{1,8}$`, 'u'), sentence)
export const relation = relationWith('与户主关系请写几个汉字，比如“配偶”“子女”')

const FIRST_YEAR = 1900
export const birthYear = z
  .int('出生年份要四位数字，比如 1968')
  .refine(
    (year) => year >= FIRST_YEAR && year <= beijing(Date.now()).year(),
    '出生年份不对，要四位数字，比如 1968',
  )

/** 18 places with the right check digit, and a day of birth that has been. Capital X. */
export const identityNumber = typed()
  .overwrite((digits) => plainDigits(digits).toUpperCase())
  .refine((number) => /^\d{17}[\dX]$/.test(number), '身份证号要 18 位：17 位数字，最后一位是数字或 X')
  .refine(
    (number) => !/^\d{17}[\dX]$/.test(number) || isIdentityNumber(number, dayOf(Date.now())),
    '身份证号有一位写错了（和最后一位校验码或者出生日期对不上），请和身份证对一对',
  )

/** Group or house number within the village. */
export const address = typed()
  .overwrite((text) => text.normalize('NFKC').trim())
  .max(40, '地址太长了，最多 40 个字')
  .regex(/^[\p{L}\p{N} #·()-]*$/u, '地址里有不认识的符号，请改一改')
