/** A quasigroup of order ten without x∘x≠0 (H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004). */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

/** What is left of digits: 0 where the last of them checks those before. */
const remainder = (digits: string): number =>
  [...digits].reduce((interim, digit) => Number(DAMM[interim]![Number(digit)]), 0)

/** The digit to put behind others: it finds every digit that was misread, and every two neighbours that changed places. */
export const checkDigit = (digits: string): string => String(remainder(digits))

/** What certificates are numbered by: twelve digits, no zero in front (a table would drop it), the last one checks. */
export const CERTIFICATE_DIGITS = 12
export const isCertificateNumber = (text: string): boolean =>
  /^[1-9]\d{11}$/.test(text) && remainder(text) === 0

/** As it is printed and read out: 4821 7730 9153. */
export const spacedNumber = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ')

/** What somebody typed, as a number: without the spaces and strokes between, also from a Chinese keyboard. */
export const typedNumber = (typed: string): string =>
  typed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\-—－·.]/g, '')
