import * as z from 'zod'
import { region } from '../fields'
import { everybody, operation } from '../operation'
import { plainDigits, plainName } from './fields'
import { reason } from './person'

const village = z.object({ code: region, name: z.string() })
const township = village.extend({ villages: z.array(village) })
export const county = village.extend({ townships: z.array(township) })
export type County = z.infer<typeof county>

/** The places there are: of the caller's county, or of all where that is not known. */
export const regions = operation({
  name: 'registry.regions',
  function: 'api',
  by: everybody('all'),
  writes: false,
  actsFor: false,
  input: z.strictObject({}),
  output: z.object({ counties: z.array(county) }),
  errors: [],
})

/** 6, 9 or 12 digits, as the statistics office gives them; villages never end in 000, nor townships. */
export const regionCode = z
  .string()
  .max(30)
  .overwrite(plainDigits)
  .regex(/^[1-9]\d{5}((?!000)\d{3}((?!000)\d{3})?)?$/, '编码不对：县 6 位、乡镇 9 位、村 12 位数字')
export const regionName = z
  .string()
  .max(100)
  .overwrite(plainName)
  .regex(/^\p{Script=Han}{2,20}$/u, '名称请写 2 到 20 个汉字')

const write = {
  function: 'api',
  by: { bureau: 'scope', admin: 'scope' },
  writes: true,
  actsFor: false,
} as const

/** Adds a place or changes its name; everything that shows the name follows within minutes. */
export const saveRegion = operation({
  ...write,
  name: 'registry.saveRegion',
  input: z.strictObject({ code: regionCode, name: regionName }),
  output: z.object({ code: region }),
  errors: ['NO_SUCH_REGION', 'ARCHIVED'],
})

/** Puts away a place in which nobody is registered. */
export const archiveRegion = operation({
  ...write,
  name: 'registry.archiveRegion',
  input: z.strictObject({ code: regionCode, reason }),
  output: z.object({ code: region }),
  errors: ['ARCHIVED', 'STILL_LIVED_IN'],
})
