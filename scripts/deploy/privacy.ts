import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** WeChat's private interfaces, by what the privacy guideline (用户隐私保护指引) must declare for them. */
export const PRIVATE_INTERFACES: readonly { information: string; apis: readonly string[] }[] = [
  { information: '收集你的昵称、头像', apis: ['chooseAvatar', 'getUserInfo', 'getUserProfile'] },
  {
    information: '收集你的位置信息',
    apis: ['getLocation', 'startLocationUpdate', 'startLocationUpdateBackground', 'getFuzzyLocation'],
  },
  { information: '收集你选择的位置信息', apis: ['choosePoi', 'chooseLocation'] },
  { information: '收集你的地址', apis: ['chooseAddress'] },
  { information: '收集你的发票信息', apis: ['chooseInvoiceTitle', 'chooseInvoice'] },
  { information: '收集你的手机号', apis: ['getPhoneNumber', 'getRealtimePhoneNumber'] },
  { information: '收集你选中的照片或视频信息', apis: ['chooseImage', 'chooseMedia', 'chooseVideo'] },
  { information: '收集你选中的文件', apis: ['chooseMessageFile'] },
  { information: '访问你的麦克风', apis: ['startRecord', 'getRecorderManager', 'joinVoIPChat'] },
  { information: '访问你的摄像头', apis: ['createVKSession', 'createCameraContext', 'scanCode'] },
  {
    information: '使用你的相册（仅写入）权限',
    apis: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
  },
  { information: '使用你的通讯录（仅写入）权限', apis: ['addPhoneContact'] },
  { information: '使用你的日历（仅写入）权限', apis: ['addPhoneRepeatCalendar', 'addPhoneCalendar'] },
  { information: '读取你的剪切板', apis: ['getClipboardData'] },
  { information: '访问你的蓝牙', apis: ['openBluetoothAdapter', 'createBLEPeripheralServer'] },
  { information: '收集你的微信运动步数', apis: ['getWeRunData'] },
]

/** Which of them the client's sources use. Read from the sources: the built bundle names every API Taro knows. */
export function privateInterfacesUsed(client: string): { information: string; apis: string[] }[] {
  const text = readdirSync(client, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(h5|test)\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
  return PRIVATE_INTERFACES.flatMap(({ information, apis }) => {
    const used = apis.filter((api) => new RegExp(`\\b${api}\\b`).test(text))
    return used.length > 0 ? [{ information, apis: used }] : []
  })
}
