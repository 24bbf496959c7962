import type { Input, Output } from '../../../../contract'

/** The form, each field as it is typed or ticked. */
export interface Settings {
  introduction: string
  taking: boolean
  away: boolean
  from: string
  until: string
  maxOpen: string
  calls: boolean
  phone: string
}
/** The fields beside which something can be told. */
export const FIELDS = [
  'introduction',
  'photo',
  'leave',
  'leave.from',
  'leave.until',
  'maxOpen',
  'phone',
] as const

const MAXES = [3, 5, 10, 15, 20, 30, 50, 100]

/** What one can choose for how many questions may wait, and what is so now. */
export const maxOptions = (now: string): { key: string; name: string }[] =>
  [...new Set([...MAXES, Number(now)])]
    .sort((a, b) => a - b)
    .map((count) => ({ key: String(count), name: `最多 ${count} 个` }))

export const settingsOf = ({ introduction, phone, settings }: Output<'expert.get'>): Settings => ({
  introduction,
  taking: settings?.taking ?? true,
  away: settings?.leave !== undefined,
  from: settings?.leave?.from ?? '',
  until: settings?.leave?.until ?? '',
  maxOpen: String(settings?.maxOpen ?? 10),
  calls: phone !== undefined,
  phone: phone ?? '',
})

export type Problems = Record<string, string>

/** What is missing before it can be sent. */
export function missingOf({ away, from, until, calls, phone }: Settings): Problems {
  return {
    ...(away && !from ? { 'leave.from': '请选从哪天起' } : {}),
    ...(away && !until ? { 'leave.until': '请选到哪天' } : {}),
    ...(away && from && until && until < from ? { 'leave.until': '结束的日子要在开始的后面' } : {}),
    ...(calls && !phone.trim() ? { phone: '请填农户打的电话' } : {}),
  }
}

/** What is sent: leave and phone only where they are ticked. */
export const toldOf = (
  { introduction, taking, away, from, until, maxOpen, calls, phone }: Settings,
  photo: string | undefined,
): Input<'expert.setMine'> => ({
  introduction,
  taking,
  maxOpen: Number(maxOpen),
  ...(photo ? { photo } : {}),
  ...(away ? { leave: { from, until } } : {}),
  ...(calls ? { phone } : {}),
})
