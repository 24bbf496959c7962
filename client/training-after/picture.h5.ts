import { save } from '../cloud/save.h5'
import type { PictureEdge } from './picture-type'

/** Drawn where nobody sees it; the picture is what is shown. */
export const paint: PictureEdge['paint'] = async ({ width, height, draw }) => {
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

export const keepPicture: PictureEdge['keepPicture'] = async (path, name) => {
  save(path, name)
  return true
}
