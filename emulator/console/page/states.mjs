import { button, fill, h, icon } from './dom.mjs'
import { t } from './i18n.mjs'

/** Nothing there, and what would bring something. */
export const empty = (sign, text, more) =>
  h('div', { class: 'empty' }, icon(sign), h('p', {}, text), more && h('p', { class: 'quiet' }, more))

/** It did not work, and how to try again. */
export const failed = (error, retry) =>
  h(
    'div',
    { class: 'empty', role: 'alert' },
    icon('warning'),
    h('p', {}, error.message),
    retry && button(t('retry'), retry, { sign: 'retry' }),
  )

const dialog = document.getElementById('dialog')

/** Opens the dialog; `onClose` after it was closed in whatever way. Answers how to close it. */
export function openDialog(title, content, onClose) {
  const close = () => dialog.close()
  const head = h(
    'header',
    {},
    h('h2', { id: 'dialog-title' }, title),
    button('', close, { sign: 'close', kind: 'bare', 'aria-label': t('close') }),
  )
  fill(dialog, head, h('div', { class: 'content' }, ...[content].flat()))
  dialog.onclose = () => {
    fill(dialog)
    onClose?.()
  }
  // Beside the dialog is outside.
  dialog.onclick = ({ target }) => target === dialog && close()
  if (!dialog.open) dialog.showModal()
  return close
}

/** Asks before something that cannot be taken back. */
export const confirm = (title, text, verb) =>
  new Promise((answer) => {
    let said = false
    const yes = () => {
      said = true
      close()
    }
    const buttons = h(
      'div',
      { class: 'row' },
      button(verb, yes, { kind: 'main' }),
      button(t('cancel'), () => close()),
    )
    const close = openDialog(title, [h('p', {}, text), buttons], () => answer(said))
  })
