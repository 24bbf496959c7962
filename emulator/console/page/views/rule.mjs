import { t } from '../i18n.mjs'

/** What goes wrong, in words. */
export function faultText(fault) {
  if (typeof fault === 'string') return t(`fault.${fault}`)
  if ('delayMs' in fault) return `${t('fault.delay')}: ${fault.delayMs} ms`
  return [fault.code, fault.message].filter((part) => part !== undefined && part !== '').join(' ')
}

/** What a rule is for, in words. */
export const occasionText = ({ function: name, operation, action, collection }) =>
  [name, operation, action, collection].filter(Boolean).join(' · ') || t('rule.everything')

const ownNumber = (code) => (/^-?\d+$/.test(code) ? Number(code) : code)

/** The rule of a form's boxes; what is empty is left out. */
export function ruleOf({ kind, code, message, delayMs, nth, times, ...names }) {
  const rule = Object.fromEntries(Object.entries(names).filter(([, value]) => value !== ''))
  for (const [key, value] of Object.entries({ nth, times })) if (value !== '') rule[key] = Number(value)
  // The SDK is told text, a mini-program and WeChat's own services are told numbers.
  const isNumber = !(rule.action ?? rule.collection) || rule.action?.startsWith('openapi.')
  const faults = {
    code: { code: isNumber ? ownNumber(code) : code, ...(message ? { message } : {}) },
    delay: { delayMs: Number(delayMs) },
  }
  return { ...rule, fault: faults[kind] ?? kind }
}
