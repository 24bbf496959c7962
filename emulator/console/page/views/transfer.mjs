import { address, ask } from '../api.mjs'
import { button, h, icon } from '../dom.mjs'
import { number, t } from '../i18n.mjs'
import { confirm } from '../states.mjs'

const KB = 1024

const sizeOf = ({ size }) =>
  size < KB * KB ? `${number(Math.ceil(size / KB))} KB` : `${number(Math.round(size / KB / KB))} MB`

const sentence = ({ message, body }) =>
  body?.line
    ? t('import.line', {
        line: body.line,
        why: message.replace(/^line \d+: /, '').replace(/; nothing was imported$/, ''),
      })
    : message

/** Buttons that export and import a collection, or everything, and what became of it. */
export function transfer(name, redraw) {
  const said = h('p', { id: 'transferred', role: 'status', class: 'said' })
  const say = (text, kind = '') => {
    said.textContent = text
    said.className = `said ${kind}`
  }
  const file = h('input', {
    type: 'file',
    accept: '.jsonl,.json,.ndjson,.txt',
    hidden: true,
    onchange: chosen,
  })
  async function chosen() {
    const [picked] = file.files
    file.value = ''
    if (!picked) return
    const into = t('import.into', { size: sizeOf(picked), name: name ?? t('import.all') })
    if (!(await confirm(t('import.title', { file: picked.name }), into, t('import')))) return
    say(t('import.running'))
    try {
      const { imported } = await ask(address('/import', { collection: name }), {
        method: 'POST',
        body: picked,
      })
      const done = t('import.done', { n: imported })
      await redraw()
      // The page is drawn anew: this is said in the new one.
      const place = document.getElementById('transferred')
      if (place) Object.assign(place, { textContent: done, className: 'said good' })
    } catch (error) {
      say(sentence(error), 'wrong')
    }
  }
  const all = name === undefined
  return [
    h(
      'div',
      { class: 'row' },
      h(
        'a',
        { class: 'button', href: address('/export', { collection: name }), download: '' },
        icon('download'),
        t(all ? 'exportAll' : 'export'),
      ),
      button(t('import'), () => file.click(), { sign: 'upload' }),
      file,
    ),
    said,
  ]
}
