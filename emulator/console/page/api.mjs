import { t } from './i18n.mjs'

/** Tells the page whether the local cloud answers. */
const tell = (reached) => dispatchEvent(new CustomEvent('reached', { detail: reached }))

const sentence = (body) =>
  String(body?.error?.message ?? body?.message ?? '').replace(/^invalid parameters: /, '')

/** JSON of an address. Throws a sentence; `body` is what was answered. */
export async function ask(path, options) {
  let response
  try {
    response = await fetch(path, options)
  } catch (error) {
    if (error.name !== 'AbortError') tell(false)
    throw error.name === 'AbortError' ? error : new Error(t('unreachable'))
  }
  tell(true)
  const body = await response.json().catch(() => undefined)
  if (!response.ok) throw Object.assign(new Error(sentence(body) || t('failed')), { body })
  return body
}

export const post = (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body ?? {}) })
export const remove = (path) => ask(path, { method: 'DELETE' })
/** An address with a query; what is empty is left out. */
export function address(path, parameters) {
  const query = new URLSearchParams(
    Object.entries(parameters).filter(([, value]) => value !== undefined && value !== ''),
  )
  return query.size > 0 ? `${path}?${query}` : path
}

/** Does something now and again every `ms`, while the page is looked at. */
export async function every(ms, signal, run) {
  while (!signal.aborted) {
    if (!document.hidden) await run()
    await new Promise((next) => setTimeout(next, ms))
  }
}
