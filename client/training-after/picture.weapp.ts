import Taro from '@tarojs/taro'
import { unlessRefused } from '../cloud/unless-refused'
import type { Pen, PictureEdge } from './picture-type'

interface Canvas {
  width: number
  height: number
  getContext(kind: '2d'): Pen
  createImage(): { src: string; onload: () => void; onerror: (why: unknown) => void }
}

const canvasOf = (): Promise<Canvas> =>
  new Promise((found, failed) => {
    const query = Taro.createSelectorQuery()
    query.select('#drawing').fields({ node: true }, (result) => {
      const { node } = (result ?? {}) as { node?: Canvas }
      if (node) found(node)
      else failed(new Error('the page has no canvas'))
    })
    query.exec()
  })

export const paint: PictureEdge['paint'] = async ({ width, height, draw }) => {
  const canvas = await canvasOf()
  canvas.width = width
  canvas.height = height
  const load = (source: string) =>
    new Promise((loaded, failed) => {
      const image = canvas.createImage()
      image.onload = () => loaded(image)
      image.onerror = failed
      image.src = source
    })
  await draw(canvas.getContext('2d'), load)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as never,
    canvasId: '',
    width,
    height,
    destWidth: width,
    destHeight: height,
    fileType: 'png',
  })
  return tempFilePath
}

export const keepPicture: PictureEdge['keepPicture'] = (filePath) =>
  unlessRefused(Taro.saveImageToPhotosAlbum({ filePath }))
