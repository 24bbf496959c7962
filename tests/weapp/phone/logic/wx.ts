import { asyncApi, type Options } from './api'
import { selectorQuery } from './canvas'
import { makeCloud } from './cloud'
import { makePhoto } from './photo'
import type { Edge, PhoneState, Realm, ViewHooks } from './types'

/** Calls that succeed and change nothing a test looks at. */
const QUIET =
  'hideToast showLoading hideLoading setNavigationBarColor showNavigationBarLoading hideNavigationBarLoading ' +
  'stopPullDownRefresh startPullDownRefresh login checkSession getSetting previewImage pageScrollTo ' +
  'showShareMenu hideShareMenu setClipboardData vibrateShort makePhoneCall hideKeyboard openSetting ' +
  'openLocation showTabBar hideTabBar enableAlertBeforeUnload disableAlertBeforeUnload loadFontFace reportEvent'

/**
 * The `wx` of a phone: a plain object, since Taro copies its own keys. Navigation is added by the host.
 * Storage holds what JSON holds; WeChat answers '' for a key it does not know.
 */
export function makeWx(state: PhoneState, edge: Edge, realm: () => Realm, hooks: ViewHooks) {
  const parse = (json: string) => realm().parse(json)
  const copy = (value: unknown) => parse(JSON.stringify(value))
  const define = (
    name: string,
    work?: (options: Options) => object | undefined | Promise<object | undefined>,
  ) => asyncApi(state, name, parse, work)
  const system = () => {
    const { windowWidth: width, windowHeight: height, fontSizeSetting, fontSizeScaleFactor } = state
    return copy({
      ...{ SDKVersion: '3.7.0', version: '8.0.50', platform: 'android', system: 'Android 12', brand: 'x' },
      ...{ model: 'x', pixelRatio: 2, language: 'zh_CN', theme: 'light', statusBarHeight: 20 },
      ...{ windowWidth: width, windowHeight: height, screenWidth: width, screenHeight: height },
      ...{ fontSizeSetting, fontSizeScaleFactor },
      safeArea: { top: 20, bottom: height, left: 0, right: width, width, height: height - 20 },
    })
  }
  const launch = () => copy({ path: '', query: {}, scene: 1001, referrerInfo: {} })
  const networkListeners: ((answer: unknown) => void)[] = []
  const network = () => ({ isConnected: state.online, networkType: state.online ? 'wifi' : 'none' })
  const quiet = Object.fromEntries(QUIET.split(' ').map((name) => [name, define(name)]))
  const listeners = Object.fromEntries(
    'onAppShow onAppHide onError onUnhandledRejection onPageNotFound onThemeChange offNetworkStatusChange onWindowResize offWindowResize onKeyboardHeightChange offKeyboardHeightChange onMemoryWarning'
      .split(' ')
      .map((name) => [name, () => undefined]),
  )
  const chosen = ({ count }: Options) => {
    const wanted = Math.min(state.photoCounts.shift() ?? 1, Number(count ?? 9))
    if (wanted === 0) throw { errMsg: 'cancel' }
    return Array.from({ length: wanted }, () => {
      const path = `wxfile://tmp_photo_${state.files.size + 1}.png`
      const bytes = makePhoto(state.files.size + 1)
      state.files.set(path, bytes)
      return { path, size: bytes.length }
    })
  }
  const wx: Record<string, unknown> = {
    ...quiet,
    ...listeners,
    ...makeCloud(state, edge, define),
    getSystemInfoSync: system,
    getSystemInfo: define('getSystemInfo', () => system() as object),
    getWindowInfo: system,
    getAppBaseInfo: system,
    getDeviceInfo: system,
    getSystemSetting: system,
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    getAccountInfoSync: () => copy({ miniProgram: { appId: 'wx0123456789abcdef', envVersion: 'develop' } }),
    getMenuButtonBoundingClientRect: () =>
      copy({
        top: 24,
        height: 32,
        left: state.windowWidth - 94,
        right: state.windowWidth - 7,
        width: 87,
        bottom: 56,
      }),
    canIUse: () => true,
    scanCode: define('scanCode', () => {
      const result = state.scans.shift()
      if (result === undefined) throw { errMsg: 'cancel' }
      return { result, scanType: 'QR_CODE', charSet: 'UTF-8', path: '' }
    }),
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
    getStorageSync: (key: string) => (state.storage.has(key) ? copy(state.storage.get(key)) : ''),
    setStorageSync: (key: string, value: unknown) =>
      void state.storage.set(key, JSON.parse(JSON.stringify(value))),
    removeStorageSync: (key: string) => void state.storage.delete(key),
    clearStorageSync: () => state.storage.clear(),
    getStorageInfoSync: () => copy({ keys: [...state.storage.keys()], currentSize: 1, limitSize: 10240 }),
    getStorage: define('getStorage', ({ key }) => {
      if (!state.storage.has(String(key))) throw { errMsg: 'data not found' }
      return { data: state.storage.get(String(key)) }
    }),
    setStorage: define('setStorage', ({ key, data }) => {
      state.storage.set(String(key), JSON.parse(JSON.stringify(data)))
      return undefined
    }),
    removeStorage: define('removeStorage', ({ key }) => {
      state.storage.delete(String(key))
      return undefined
    }),
    getNetworkType: define('getNetworkType', network),
    onNetworkStatusChange: (listener: (answer: unknown) => void) => void networkListeners.push(listener),
    showToast: define('showToast', ({ title }) => {
      state.toasts.push(String(title))
      return undefined
    }),
    showModal: define('showModal', ({ title = '', content = '' }) => {
      const confirm = state.modalAnswers.shift() ?? true
      state.dialogs.push({ title: String(title), content: String(content), confirmed: confirm })
      return { confirm, cancel: !confirm }
    }),
    showActionSheet: define('showActionSheet', ({ itemList }) => {
      const tapIndex = state.sheetAnswers.shift() ?? 0
      if (tapIndex < 0 || tapIndex >= (itemList as string[]).length) throw { errMsg: 'cancel' }
      return { tapIndex }
    }),
    setTabBarBadge: define('setTabBarBadge', ({ index, text }) => {
      state.badges.set(Number(index), String(text))
      hooks.chrome?.()
      return undefined
    }),
    removeTabBarBadge: define('removeTabBarBadge', ({ index }) => {
      state.badges.delete(Number(index))
      hooks.chrome?.()
      return undefined
    }),
    showTabBarRedDot: define('showTabBarRedDot'),
    hideTabBarRedDot: define('hideTabBarRedDot'),
    chooseMedia: define('chooseMedia', (options) => ({
      type: 'image',
      tempFiles: chosen(options).map(({ path, size }) => ({
        ...{ tempFilePath: path, size, fileType: 'image', width: 32, height: 24 },
      })),
    })),
    chooseImage: define('chooseImage', (options) => {
      const tempFiles = chosen(options)
      return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) }
    }),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    chooseMessageFile: define('chooseMessageFile', () => {
      const file = state.chatFiles.shift()
      if (!file) throw { errMsg: 'cancel' }
      const path = `wxfile://tmp_${state.files.size + 1}_${file.name}`
      state.files.set(path, file.bytes)
      return { tempFiles: [{ path, name: file.name, size: file.bytes.length, type: 'file', time: 0 }] }
    }),
    chooseLocation: define('chooseLocation', () => ({
      ...{ name: '高桥镇会议室', address: '', latitude: 31.02, longitude: 103.62 },
    })),
    downloadFile: define('downloadFile', async ({ url, filePath }) => {
      if (!state.online) throw { errMsg: 'request:fail' }
      const response = await fetch(String(url))
      const path = String(filePath ?? 'wxfile://tmp_download')
      state.files.set(path, new Uint8Array(await response.arrayBuffer()))
      return { statusCode: response.status, filePath: path, tempFilePath: path }
    }),
    openDocument: define('openDocument', ({ filePath }) => {
      if (!state.files.has(String(filePath))) throw { errMsg: 'file not found' }
      return undefined
    }),
    compressImage: define('compressImage', ({ src }) => ({ tempFilePath: String(src) })),
    getImageInfo: define('getImageInfo', ({ src }) => ({ width: 32, height: 24, path: src, type: 'png' })),
    createSelectorQuery: () => selectorQuery(state),
    canvasToTempFilePath: define('canvasToTempFilePath', () => {
      const path = `wxfile://tmp_drawn_${state.files.size + 1}.png`
      state.files.set(path, makePhoto(state.files.size + 1))
      return { tempFilePath: path }
    }),
    saveImageToPhotosAlbum: define('saveImageToPhotosAlbum', ({ filePath }) => {
      if (state.denied.has('saveImageToPhotosAlbum')) throw { errMsg: 'auth deny' }
      if (!state.files.has(String(filePath))) throw { errMsg: 'file not found' }
      return undefined
    }),
    addPhoneCalendar: define('addPhoneCalendar', () => {
      if (state.denied.has('addPhoneCalendar')) throw { errMsg: 'auth deny' }
      return undefined
    }),
  }
  return {
    wx,
    define,
    /** Turns the network on or off and tells the bundle, as WeChat does. */
    setOnline(online: boolean) {
      state.online = online
      for (const listener of networkListeners) listener(copy(network()))
    },
  }
}
