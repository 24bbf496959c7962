import Taro from '@tarojs/taro'
import type { Pen, PhoneEdge } from './phone-type'

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

export const paint: PhoneEdge['paint'] = async ({ width, height, draw }) => {
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

/** WeChat's words for somebody who said no, now or earlier. */
const saysNo = (error: unknown): boolean =>
  /auth|deny|denied|cancel/i.test(String((error as { errMsg?: string }).errMsg))

const unlessRefused = async (work: Promise<unknown>): Promise<boolean> => {
  try {
    await work
    return true
  } catch (error) {
    if (saysNo(error)) return false
    throw error
  }
}

export const keepPicture: PhoneEdge['keepPicture'] = (filePath) =>
  unlessRefused(Taro.saveImageToPhotosAlbum({ filePath }))

export const openSettings: PhoneEdge['openSettings'] = () => Taro.openSetting()

const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000)

export const addToCalendar: PhoneEdge['addToCalendar'] = ({ title, startsAt, endsAt, place, notes }) =>
  unlessRefused(
    Taro.addPhoneCalendar({
      title,
      startTime: seconds(startsAt),
      endTime: String(seconds(endsAt)),
      location: place,
      description: notes,
      alarm: true,
      // The evening before, when one packs one's things.
      alarmOffset: 14 * 3600,
    }),
  )
