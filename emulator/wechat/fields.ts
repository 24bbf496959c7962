const MOMENT = '(?:\\d{4}年\\d{1,2}月\\d{1,2}日(?: \\d{1,2}:\\d{2})?|\\d{1,2}:\\d{2})'
const DAY = '\\d{4}年\\d{1,2}月\\d{1,2}日(?: \\d{1,2}:\\d{2})?'
const range = (point: string) => new RegExp(`^${point}(?:~${point})?$`)

/**
 * What a field of a subscription template may hold, by the type its name begins with
 * (subscribeMessage.send, 订阅消息参数值内容限制说明). Characters are counted as people count them.
 */
const FORMS: Record<string, RegExp> = {
  thing: /^[\s\S]{1,20}$/u,
  number: /^(?=.{1,32}$)\d+(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: range(MOMENT),
  date: range(DAY),
  amount: /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^(?=.{1,8}$)[\p{Script=Han}A-Z\d][A-Z\d]*[\p{Script=Han}A-Z\d]$/u,
  name: /^(?:[A-Za-z .·'-]{1,20}|[\p{Script=Han}A-Za-z .·'-]{1,10})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

/** Whether a template's field may hold a text; an empty one never. Types without a known limit take anything. */
export function fits(field: string, text: string): boolean {
  if (text.trim() === '') return false
  const form = FORMS[field.replace(/\d+$/, '')]
  return !form || form.test(text)
}
