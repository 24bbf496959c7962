import Taro from '@tarojs/taro'
import { functionOf } from './function-of'
import type { Transport } from './transport-type'

let ready = false

/** `wx.cloud`, initialised at first use; no environment named means the one the mini-program is bound to. */
function cloud() {
  if (!ready) Taro.cloud.init(process.env.TARO_APP_ENV_ID ? { env: process.env.TARO_APP_ENV_ID } : {})
  ready = true
  return Taro.cloud
}

export const callApi: Transport['callApi'] = async (request) => {
  const { result } = await cloud().callFunction({ name: functionOf(request.operation), data: request })
  return result
}

export const uploadFile: Transport['uploadFile'] = (filePath, cloudPath, onProgress) =>
  new Promise((arrived, failed) => {
    // Only with callbacks does WeChat answer a task, which tells how far it is.
    const task = cloud().uploadFile({
      filePath,
      cloudPath,
      success: ({ fileID }) => arrived(fileID),
      fail: failed,
    }) as unknown as { onProgressUpdate?(listener: (at: { progress: number }) => void): void } | undefined
    if (onProgress) task?.onProgressUpdate?.(({ progress }) => onProgress(progress))
  })

export const askSubscription: Transport['askSubscription'] = async (tmplIds) => {
  const answers = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
  return answers as unknown as Record<string, string>
}

export const choosePhotos: Transport['choosePhotos'] = async (count) => {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
    return tempFiles.map((file) => file.tempFilePath)
  } catch (error) {
    // Turning back is not a failure.
    if (String((error as { errMsg?: string }).errMsg).includes('cancel')) return []
    throw error
  }
}

/** What one may choose and is told about: the old formats too. */
const TABLES = ['xlsx', 'xls', 'csv']
/** What WeChat opens on any phone. */
const DOCUMENTS = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'jpg', 'jpeg', 'png']

const chooseFile = async (extension: string[]) => {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension })
    return tempFiles[0]
  } catch (error) {
    if (String((error as { errMsg?: string }).errMsg).includes('cancel')) return undefined
    throw error
  }
}
export const chooseTable: Transport['chooseTable'] = () => chooseFile(TABLES)
export const chooseDocument: Transport['chooseDocument'] = () => chooseFile(DOCUMENTS)

export const choosePoint: Transport['choosePoint'] = async () => {
  try {
    const { latitude, longitude } = await Taro.chooseLocation({})
    return { latitude, longitude }
  } catch (error) {
    if (String((error as { errMsg?: string }).errMsg).includes('cancel')) return undefined
    throw error
  }
}

type FileType = NonNullable<Taro.openDocument.Option['fileType']>
const PICTURES = ['jpg', 'jpeg', 'png']

export const takeAway: Transport['takeAway'] = async (url, name) => {
  // Under its own name: the temporary one says nothing to whoever it is sent on to.
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  const { statusCode } = await Taro.downloadFile({ url, filePath })
  if (statusCode !== 200) throw new Error('the file is not there any more')
  const type = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase()
  // WeChat opens documents by what they are, and knows no picture among them.
  if (type && PICTURES.includes(type)) return void (await Taro.previewImage({ urls: [filePath] }))
  await Taro.openDocument({ filePath, fileType: type as FileType, showMenu: true })
}

export const scanCode: Transport['scanCode'] = async () => {
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result
  } catch (error) {
    if (String((error as { errMsg?: string }).errMsg).includes('cancel')) return undefined
    throw error
  }
}

export const isOffline: Transport['isOffline'] = async () => {
  try {
    return (await Taro.getNetworkType()).networkType === 'none'
  } catch {
    return false
  }
}

export const onOnline: Transport['onOnline'] = (listener) => {
  const changed = ({ isConnected }: { isConnected: boolean }) => isConnected && listener()
  Taro.onNetworkStatusChange(changed)
  return () => Taro.offNetworkStatusChange(changed)
}

export const storageOwner: Transport['storageOwner'] = () => ''
