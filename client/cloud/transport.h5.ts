import Taro from '@tarojs/taro'
import { functionOf } from './function-of'
import type { Transport } from './transport-type'

// The browser build is for demonstration and tests: it speaks to the local cloud that served it, as the persona its
// address names. None of this is in the WeChat bundle.
const openid = () => new URLSearchParams(location.search).get('openid') ?? 'demo-visitor'
const TIMEOUT_MS = 20_000

async function post<T>(path: string, body: BodyInit): Promise<T> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
  try {
    const headers = { 'x-demo-openid': openid() }
    const response = await fetch(path, { method: 'POST', headers, body, signal: abort.signal })
    return (await response.json()) as T
  } finally {
    clearTimeout(timer)
  }
}

interface Failure {
  error?: { code: number; message: string }
}

/** Rejects as `wx.cloud` does, so that one piece of code judges both. */
function refuse({ error }: Failure): void {
  if (error) throw { errCode: error.code, errMsg: error.message }
}

export const callApi: Transport['callApi'] = async (request) => {
  const answer = await post<Failure & { result?: unknown }>(
    `/call/${functionOf(request.operation)}`,
    JSON.stringify(request),
  )
  refuse(answer)
  return answer.result
}

export const uploadFile: Transport['uploadFile'] = async (path, cloudPath, onProgress) => {
  const file = await (await fetch(path)).blob()
  const answer = await new Promise<Failure & { fileID: string }>((arrived, failed) => {
    // fetch does not tell how far an upload is.
    const request = new XMLHttpRequest()
    request.open('POST', `/upload?path=${encodeURIComponent(cloudPath)}`)
    request.setRequestHeader('x-demo-openid', openid())
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(Math.round((loaded / total) * 100))
    request.onload = () => arrived(JSON.parse(request.responseText))
    request.onerror = () => failed({ errMsg: 'uploadFile:fail' })
    request.send(file)
  })
  refuse(answer)
  return answer.fileID
}

export const askSubscription: Transport['askSubscription'] = (templateIds) =>
  post('/wechat/subscribe', JSON.stringify({ templateIds }))

export const choosePhotos: Transport['choosePhotos'] = async (count) => {
  try {
    const { tempFilePaths } = await Taro.chooseImage({ count, sizeType: ['compressed'] })
    return tempFilePaths
  } catch (error) {
    if (String((error as { errMsg?: string }).errMsg).includes('cancel')) return []
    throw error
  }
}

const chooseFile = (accept: string): ReturnType<Transport['chooseTable']> =>
  new Promise((chosen) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept })
    input.oncancel = () => chosen(undefined)
    input.onchange = () => {
      const file = input.files?.[0]
      chosen(file && { path: URL.createObjectURL(file), name: file.name, size: file.size })
    }
    input.click()
  })
export const chooseTable: Transport['chooseTable'] = () => chooseFile('.xlsx,.xls,.csv')
export const chooseDocument: Transport['chooseDocument'] = () =>
  chooseFile('.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.jpg,.jpeg,.png')
export const choosePoint: Transport['choosePoint'] = undefined

export const takeAway: Transport['takeAway'] = async (url, name) => {
  // Fetched first: only what is of the page's own origin is saved under our name.
  const file = URL.createObjectURL(await (await fetch(url)).blob())
  const link = Object.assign(document.createElement('a'), { href: file, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(file), 60_000)
}

// A browser of the demonstration has another screen before it, not a camera: what the code says is typed.
export const scanCode: Transport['scanCode'] = async () => prompt('请粘贴签到码的内容')?.trim() || undefined

// Taro's own answer in a browser is the kind of line it last had, also when there is none.
export const isOffline: Transport['isOffline'] = async () => !navigator.onLine

export const onOnline: Transport['onOnline'] = (listener) => {
  addEventListener('online', listener)
  return () => removeEventListener('online', listener)
}

export const storageOwner: Transport['storageOwner'] = () => `${openid()}:`
