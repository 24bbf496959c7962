import type { Place } from '../../place/place'
import type { Problems } from '../problems'

/** How somebody can say who they are. */
export type Way = 'code' | 'request' | 'match'

export interface Draft {
  way: Way | ''
  code: string
  village: Place | null
  name: string
  phone: string
}
export const EMPTY: Draft = { way: '', code: '', village: null, name: '', phone: '' }

export const WAYS: readonly { key: Way; name: string; note: string }[] = [
  { key: 'code', name: '我有邀请码', note: '纸上或信息员手机上的 6 个字母和数字' },
  { key: 'request', name: '请本村信息员帮我登记', note: '填村和名字，他确认就好' },
  { key: 'match', name: '用身份证号后六位核对', note: '核对上了，信息员确认得快' },
]

/** What the first fields lack, each in a sentence beside it; empty where the form can be sent. */
export function missingOf(
  { way, code, village, name }: Draft,
  { agreed, lastSix, compare }: { agreed: boolean; lastSix: string; compare: boolean },
): Problems {
  const missing: Problems = {}
  if (way === '') missing.way = '请先选一种办法'
  if (way === 'code' && code.trim() === '') missing.code = '请填邀请码'
  if (way === 'request' || way === 'match') {
    if (!village) missing.village = '请选您住哪个村'
    if (name.trim() === '') missing.name = '请填您的名字'
  }
  if (way === 'match') {
    if (lastSix.trim() === '') missing.lastSix = '请填身份证号的最后六位'
    if (!compare) missing.agreed = '请先点同意，再核对'
  }
  if (!agreed) missing.guideline = '请看一看隐私说明，点“我看过了，同意”'
  return missing
}

/** What the button does, in words. */
export const BUTTON: Record<Way | '', string> = {
  '': '同意并继续',
  code: '同意并登记',
  request: '同意，请信息员登记',
  match: '同意并核对',
}
