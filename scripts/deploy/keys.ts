import { randomBytes } from 'node:crypto'
import { TEMPLATE_VARIABLES } from '../../cloudfunctions/platform/configuration'
import { TEMPLATE_KINDS, TEMPLATES, type TemplateKind } from '../../contract/notification'

/** One thing a deployment must know. This list makes the questions, the example file and the options of the commands. */
export interface Key {
  /** Its name in deploy.private.json, and with `--` before it on the command line. */
  name: string
  /** The environment variable that goes before the file. */
  variable: string
  question: string
  /** Where to find it, and what happens without it. */
  help: string
  example: string
  fallback?: string
  /** Never shown, only that it is there. */
  secret?: true
  /** Makes one, where nobody has to think of it. */
  make?: () => string
  /** What is wrong with a value, in a sentence; nothing where it is right. */
  wrong(value: string): string | undefined
}

const pattern = (expected: RegExp, sentence: string) => (value: string) =>
  expected.test(value) ? undefined : sentence

const TEMPLATE_WRONG = pattern(/^[\w-]{20,64}$/, '模板 ID 是一串字母、数字、横线和下划线，在“我的模板”里复制')

/** `enrolled` is asked for as `templateEnrolled`. */
export const templateKey = (kind: TemplateKind): string =>
  `template${kind.charAt(0).toUpperCase()}${kind.slice(1)}`

/** Long enough that nobody guesses it. */
const randomText = (): string => randomBytes(24).toString('base64url')
/** A key for AES-256, named by the day it was made: the functions seal with the first and open with all. */
const newIdentityKey = (): string =>
  `${new Date().toISOString().slice(0, 10)}:${randomBytes(32).toString('base64')}`

const templateKeys: Key[] = TEMPLATE_KINDS.map((kind) => ({
  name: templateKey(kind),
  variable: TEMPLATE_VARIABLES[kind],
  question: `订阅消息“${TEMPLATES[kind].title}”的模板 ID`,
  help: '微信公众平台 → 订阅消息 → 我的模板。没有它，这种消息只进小程序里的“消息”，不到微信服务通知',
  example: `template-id-of-${kind}`,
  wrong: TEMPLATE_WRONG,
}))

export const MINIPROGRAM_STATES = ['formal', 'trial', 'developer'] as const

export const KEYS: readonly Key[] = [
  {
    name: 'appid',
    variable: 'WX_APPID',
    question: '小程序的 AppID',
    help: '微信公众平台 → 开发管理 → 开发设置。测试号不能开通云开发',
    example: 'wx0123456789abcdef',
    wrong: pattern(/^wx[0-9a-f]{16}$/, 'AppID 是 wx 加 16 位小写字母或数字（0-9、a-f）'),
  },
  {
    name: 'env',
    variable: 'TARO_APP_ENV_ID',
    question: '云开发环境的环境 ID',
    help: '微信开发者工具 → 云开发 → 设置 → 环境 ID。编译进小程序，改了要重新 npm run build',
    example: 'keji-zhunong-1g2h3i4j5k6l7m8n',
    wrong: pattern(/^[a-z][a-z0-9-]{2,63}$/, '环境 ID 只有小写字母、数字和横线，例如 keji-3g2h1f'),
  },
  {
    name: 'region',
    variable: 'TENCENTCLOUD_REGION',
    question: '环境所在的地域',
    help: '微信云开发的环境都在上海，一般不用改',
    example: 'ap-shanghai',
    fallback: 'ap-shanghai',
    wrong: pattern(/^[a-z]{2}-[a-z]+(-\d)?$/, '地域形如 ap-shanghai'),
  },
  ...templateKeys,
  {
    name: 'uploadKey',
    variable: 'UPLOAD_KEY',
    question: '上传路径的密钥（至少 16 个字符）',
    help: '用来算出每个人的上传目录，别人猜不到。上线以后不要换：换了，以前的人就不能再引用自己早先上传、还没提交的照片',
    example: 'at-least-16-random-characters',
    secret: true,
    make: randomText,
    wrong: pattern(/^[\x21-\x7e]{16,128}$/, '至少 16 个字符，只用字母、数字和符号，不能有空格'),
  },
  {
    name: 'identityKeys',
    variable: 'IDENTITY_KEYS',
    question: '身份证号的加密钥匙（名字:密钥，几把用逗号隔开，新的在前）',
    help: '只有要登记身份证号才需要。换钥匙：新的加在最前面，旧的留着；定时任务会用新的重新加密，都换完了再去掉旧的。丢了就再也打不开，请另存一份',
    example: '2026-11-24:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
    secret: true,
    make: newIdentityKey,
    wrong: pattern(
      /^[\w-]{1,20}:[A-Za-z0-9+/]{43}=(,[\w-]{1,20}:[A-Za-z0-9+/]{43}=)*$/,
      '每把写成 名字:密钥，密钥是 32 字节的 base64（44 个字符，以 = 结尾）',
    ),
  },
  {
    name: 'identityHashKey',
    variable: 'IDENTITY_HASH_KEY',
    question: '核对身份证号用的密钥（至少 32 个字符）',
    help: '和上面的钥匙一起用。上线以后不能换：换了，以前登记的就对不上了',
    example: 'at-least-32-random-characters-in-here',
    secret: true,
    make: randomText,
    wrong: pattern(/^[\x21-\x7e]{32,128}$/, '至少 32 个字符，只用字母、数字和符号，不能有空格'),
  },
  {
    name: 'firstAdminOpenid',
    variable: 'FIRST_ADMIN_OPENID',
    question: '第一位管理员的 openid',
    help: '还没有管理员时，定时任务一分钟内让这个微信号当管理员。openid：请本人打开一次小程序，在云开发控制台的云函数日志里看',
    example: 'oABCD0123456789abcdefghijklm',
    wrong: pattern(/^[\w-]{10,64}$/, 'openid 是一串字母、数字、横线和下划线'),
  },
  {
    name: 'bindingByMatch',
    variable: 'BINDING_BY_MATCH',
    question: '要不要开“身份证后六位核对”：on 开，off 不开',
    help: '开了，村民可以填村名、姓名和身份证后六位申请登记，信息员确认了才算数。要先设好核对用的密钥',
    example: 'off',
    fallback: 'off',
    wrong: pattern(/^(on|off)$/, '只能是 on 或 off'),
  },
  {
    name: 'miniprogramState',
    variable: 'MINIPROGRAM_STATE',
    question: '点服务通知打开哪个版本：formal 正式版、trial 体验版、developer 开发版',
    help: '上线用 formal，上线前真机试用可以先填 trial',
    example: 'formal',
    fallback: 'formal',
    wrong: (value) =>
      (MINIPROGRAM_STATES as readonly string[]).includes(value)
        ? undefined
        : `只能是 ${MINIPROGRAM_STATES.join('、')} 之一`,
  },
  {
    name: 'privateKeyPath',
    variable: 'WX_PRIVATE_KEY_PATH',
    question: '小程序代码上传密钥文件的路径',
    help: '微信公众平台 → 开发管理 → 开发设置 → 小程序代码上传：生成密钥并下载，把本机公网 IP 加进白名单。放在本目录里也行，*.key 不会进 git',
    example: 'private.wx0123456789abcdef.key',
    wrong: pattern(/\S/, '请填文件路径'),
  },
  {
    name: 'secretId',
    variable: 'TENCENTCLOUD_SECRETID',
    question: '腾讯云 API 密钥的 SecretId',
    help: '用小程序身份登录腾讯云 → 访问管理 → API 密钥管理（建议用只有云开发权限的子账号）',
    example: 'AKID0123456789abcdefghijklmnopqrstuv',
    secret: true,
    wrong: pattern(/^\w{16,128}$/, 'SecretId 只有字母和数字，通常以 AKID 开头'),
  },
  {
    name: 'secretKey',
    variable: 'TENCENTCLOUD_SECRETKEY',
    question: '腾讯云 API 密钥的 SecretKey',
    help: '和 SecretId 一起得到，只显示一次。也可以不存文件，只在部署时用环境变量给出',
    example: '0123456789abcdefghijklmnopqrstuv',
    secret: true,
    wrong: pattern(/^\w{16,128}$/, 'SecretKey 只有字母和数字'),
  },
]
