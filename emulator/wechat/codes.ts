import qrcode from 'qrcode'

/** Visible ASCII WeChat takes in a scene (its page of wxacode.getUnlimited). */
const SCENE = /^[\w!#$&'()*+,/:;=?@\-.~%]*$/
const MOST_SCENE = 32
const LEAST_WIDTH = 280
const MOST_WIDTH = 1280
const DEFAULT_WIDTH = 430

/** A row of a code is mostly the one above it: to try every filter takes four times as long, for a bigger picture. */
const QUICK = { filterType: 2, deflateStrategy: 0, deflateLevel: 6 }

export interface CodeOptions {
  appId: string
  /** The mini-program's pages, where they are known. */
  pages: readonly string[] | undefined
}

type Refusal = { errcode: number; errmsg: string }
const refusal = (errcode: number, errmsg: string): Refusal => ({ errcode, errmsg })

/** What a code of this mini-program says: which page, with which scene. */
export const contentOf = (appId: string, page: string, scene: string): string =>
  `weapp://${appId}/${page}?scene=${encodeURIComponent(scene)}`

/**
 * `wxacode.getUnlimited`: a code that can be scanned, as a PNG. WeChat draws its own round code, which only WeChat reads; here
 * it is a QR code that names the page and the scene. WeChat's limits and codes: 40169 scene, 41030 page, 40097 the rest.
 */
export async function drawCode(
  input: Record<string, unknown>,
  { appId, pages }: CodeOptions,
): Promise<Buffer | Refusal> {
  // The SDK writes names with underscores.
  const { scene, page = pages?.[0] ?? 'index', check_path: checked, width = DEFAULT_WIDTH } = input
  if (typeof scene !== 'string' || scene.length === 0 || scene.length > MOST_SCENE || !SCENE.test(scene))
    return refusal(40169, 'invalid length for scene, or the data is not json string')
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?'))
    return refusal(41030, 'invalid page hint')
  if (checked !== false && pages && !pages.includes(page)) return refusal(41030, 'invalid page hint')
  if (typeof width !== 'number' || width < LEAST_WIDTH || width > MOST_WIDTH)
    return refusal(40097, 'invalid args hint: width')
  return qrcode.toBuffer(contentOf(appId, page, scene), {
    type: 'png',
    width: Math.round(width),
    errorCorrectionLevel: 'M',
    rendererOpts: QUICK,
    color: { dark: '#000000ff', light: input.is_hyaline === true ? '#ffffff00' : '#ffffffff' },
  })
}
