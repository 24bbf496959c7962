import calls from './words/calls.mjs'
import common from './words/common.mjs'
import data from './words/data.mjs'
import faults from './words/faults.mjs'
import others from './words/others.mjs'

/** Every text as [English, Chinese]; `one|many` by the value of `n`. */
const WORDS = { ...common, ...data, ...calls, ...faults, ...others }
const KEY = 'console-language'

const preferred = () => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en')

export const language = () => localStorage.getItem(KEY) ?? preferred()
export const chooseLanguage = (chosen) => localStorage.setItem(KEY, chosen)
export const locale = () => (language() === 'zh' ? 'zh-CN' : 'en-GB')

/** A number as people read it. */
export const number = (value) => value.toLocaleString(locale())

/** The text of a key, its {names} filled in. */
export function t(key, values = {}) {
  const text = WORDS[key][language() === 'zh' ? 1 : 0]
  const [one, many = one] = text.split('|')
  return (values.n === 1 ? one : many).replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name]
    return typeof value === 'number' ? number(value) : String(value)
  })
}
