import type { Person } from '../training/day-kept'

const LENGTH = 8

/** A code as it was meant: in small letters, with spaces or strokes between, or in the wide letters of a Chinese keyboard. */
export const readTyped = (typed: string): string =>
  typed
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')

/** Whose code was read out, or what is wrong with it. The list has everybody's: it works without a network. */
export function whoseCode<P extends Pick<Person, 'code'>>(people: readonly P[], typed: string): P | string {
  const code = readTyped(typed)
  if (code === '') return '请先写念出来的签到码，是 8 个字母和数字。'
  if (code.length !== LENGTH) return `签到码是 8 个字母和数字，这里写了 ${code.length} 个。请他再念一遍。`
  return (
    people.find((person) => person.code === code) ??
    '名单里没有这个码。请他再念一遍。还是不对，就点他名字旁边的“到了”；没报名的点“现场补报”。'
  )
}
