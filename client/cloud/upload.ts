import { newRequestId } from './call'
import { loadMe } from './me'
import { uploadFile } from './transport'

/** Puts a table there; its name on the phone stays on the phone. Answers its fileID. */
export async function uploadTable(path: string, onProgress?: (percent: number) => void): Promise<string> {
  const { uploadPrefix } = await loadMe()
  return uploadFile(path, `${uploadPrefix}${newRequestId()}.xlsx`, onProgress)
}

/** Puts a document there, with the ending it has; its name on the phone stays on the phone. Answers its fileID. */
export async function uploadDocument(
  path: string,
  name: string,
  onProgress?: (percent: number) => void,
): Promise<string> {
  const { uploadPrefix } = await loadMe()
  const kind = /\.(\w{2,5})$/.exec(name)?.[1]?.toLowerCase() ?? 'pdf'
  return uploadFile(path, `${uploadPrefix}${newRequestId()}.${kind}`, onProgress)
}

/** Puts a photo under the caller's own path, which the server issued; answers its fileID. */
export async function uploadPhoto(path: string, onProgress?: (percent: number) => void): Promise<string> {
  const { uploadPrefix } = await loadMe()
  const kind = /\.(png|webp|gif)$/i.exec(path)?.[1]?.toLowerCase() ?? 'jpg'
  return uploadFile(path, `${uploadPrefix}${newRequestId()}.${kind}`, onProgress)
}
