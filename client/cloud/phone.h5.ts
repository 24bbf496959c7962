import { calendarFile } from './calendar-file'
import type { PhoneEdge } from './phone-type'

/** Drawn where nobody sees it; the picture is what is shown. */
export const paint: PhoneEdge['paint'] = async ({ width, height, draw }) => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('the browser has no canvas')
  const load = (source: string) =>
    new Promise((loaded, failed) => {
      const image = new Image()
      image.onload = () => loaded(image)
      image.onerror = failed
      image.src = source
    })
  await document.fonts.ready
  await draw(pen as never, load)
  return canvas.toDataURL('image/png')
}

function save(href: string, download: string): void {
  Object.assign(document.createElement('a'), { href, download }).click()
}

export const keepPicture: PhoneEdge['keepPicture'] = async (path, name) => {
  save(path, name)
  return true
}

export const openSettings: PhoneEdge['openSettings'] = async () => undefined

export const addToCalendar: PhoneEdge['addToCalendar'] = async (event) => {
  const file = URL.createObjectURL(new Blob([calendarFile(event)], { type: 'text/calendar' }))
  save(file, '上课.ics')
  setTimeout(() => URL.revokeObjectURL(file), 60_000)
  return true
}
