/** Of the 17 digits before it; GB 11643-1999. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** Whether a text is an identity number: 18 places, a day that has been, the right check character. Capital X. */
export function isIdentityNumber(text: string, today: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false
  const day = birthdayOf(text)
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return false
  if (day < '1900-01-01' || day > today) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return text[17] === CHECKS[sum % 11]
}

/** The day of birth an identity number tells, YYYY-MM-DD. */
export const birthdayOf = (number: string): string =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`

/** What a person may see of a number without giving a reason: the county, and the last two. */
export const maskedNumber = (number: string): string => `${number.slice(0, 6)}**********${number.slice(-2)}`

/** 138****1234. */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
