import type { CallAnswer, Edge, UploadAnswer } from './logic/types'

/**
 * The local cloud as a phone's outside world.
 * @param emulatorUrl such as http://127.0.0.1:9321
 * @param openid who holds the phone
 */
export function emulatorEdge(emulatorUrl: string, openid: string): Edge {
  const post = async (path: string, body: string | Uint8Array<ArrayBuffer>, type: string) => {
    const headers = { 'x-demo-openid': openid, 'content-type': type }
    const response = await fetch(`${emulatorUrl}${path}`, { method: 'POST', headers, body })
    return (await response.json()) as unknown
  }
  const json = 'application/json'
  return {
    call: async (name, data) => (await post(`/call/${name}`, JSON.stringify(data), json)) as CallAnswer,
    upload: async (path, bytes) =>
      (await post(
        `/upload?path=${encodeURIComponent(path)}`,
        Uint8Array.from(bytes),
        'application/octet-stream',
      )) as UploadAnswer,
    subscribe: async (templateIds) =>
      (await post('/wechat/subscribe', JSON.stringify({ templateIds }), json)) as Record<string, string>,
  }
}
