import { TEMPLATE_KINDS, TEMPLATES } from '../../contract/notification'
import type { Bundle } from './bundle'
import type { Values } from './configuration'
import { templateKey } from './keys'
import { notSet } from './say'

/** What no interface does: a person does it in a console, once. */
export interface Errand {
  title: string
  lines: readonly string[]
}

const templateLines = (values: Values): string[] =>
  TEMPLATE_KINDS.flatMap((kind) => {
    const { title, fields, keywords } = TEMPLATES[kind]
    const listed = fields.map((field, at) => `${keywords[at]} {{${field}.DATA}}`).join('，')
    return `${title}：${listed} → ${values[templateKey(kind)] ?? notSet(templateKey(kind))}`
  })

/** What each kind of information is for, as the guideline must say. */
const PURPOSES: Record<string, string> = {
  收集你选择的位置信息: '办班的人在地图上标出上课的地点，供大家导航；不读自己的位置',
  收集你选中的照片或视频信息: '给专家看庄稼、牲畜的样子，留存分红等凭证，给培训班做封面',
  收集你选中的文件: '科技局工作人员选 Excel 表，导入村、户和人员登记；办班的人选培训资料',
  访问你的摄像头: '扫邀请码登记；上课时扫签到码',
  '使用你的相册（仅写入）权限': '把证书、通知海报、邀请码存成图片',
  '使用你的日历（仅写入）权限': '把报了的班记到手机日历',
}

const privacyLines = (privacy: Facts['privacy']): string[] =>
  privacy.map(
    ({ information, apis }) =>
      `${information}（${apis.join('、')}）：用于${PURPOSES[information] ?? '〈还没有写明用途，补在 scripts/deploy/by-hand.ts〉'}`,
  )

interface Facts {
  values: Values
  bundles: readonly Bundle[]
  privacy: readonly { information: string; apis: readonly string[] }[]
}

/** Every console step in order, with the very values of this deployment. */
export function errands({ values, bundles, privacy }: Facts): Errand[] {
  const env = values.env ?? notSet('env')
  const calling = bundles.filter(({ openapi }) => openapi.length > 0)
  const timed = bundles.filter(({ timer }) => timer)
  return [
    {
      title: '备案和类目（先做，要等几天到几周）',
      lines: [
        '公众平台 → 设置 → 基本设置：填好名称、简介、头像，完成小程序备案。',
        '服务类目选和主体相符的（科技局是机关单位，选政务类）；不要选金融类：钱不经过小程序，“分红”只是登记和查询。审核问起，就这样答复。',
      ],
    },
    {
      title: '开通云开发',
      lines: [
        `开发者工具 → 云开发：开通、建环境、选套餐。本次部署到环境 ${env}。`,
        '套餐按同时在用的人数选：基础套餐大约同时跑 20 个云函数。',
      ],
    },
    {
      title: '订阅消息模板',
      lines: [
        '公众平台 → 订阅消息 → 公共模板库，一次性订阅；没有合适的就申请新模板。关键词的类型和编号必须和下面一模一样：',
        ...templateLines(values),
        '编号对不上（例如得到 thing5）时，照实际的改 contract/notification.ts 和发送的地方，再部署云函数。拿到模板 ID 后运行 npm run configure，再运行 npm run deploy -- --only functions。',
      ],
    },
    {
      title: '内容审核结果推送给云函数 wechat',
      lines: [
        '开发者工具 → 云开发 → 设置 → 其他设置（新版叫全局设置）→ 消息推送：开启，推送模式选“云函数”。',
        `加一条：消息类型 event，事件类型 wxa_media_check，环境 ${env}，云函数 wechat。没有它，照片永远停在“正在检查”，别人看不到。`,
      ],
    },
    {
      title: '云调用权限（只有开发者工具能登记）',
      lines: [
        '用开发者工具打开本目录，在 cloudfunctions 下右键这些云函数 →“上传并部署：所有文件”，各一次；以后 config.json 里的权限变了，再做一次：',
        ...calling.map(({ name, openapi }) => `${name}：${openapi.join('、')}`),
        '登记后大约 10 分钟生效；报 -604101 就是还没有登记。',
      ],
    },
    {
      title: '定时触发器',
      lines: [
        ...timed.map(
          ({ name, timer }) =>
            `云开发 → 云函数 → ${name} → 触发器里应有 ${timer?.name}（${timer?.cron}），状态是开启。`,
        ),
        '看一分钟后的日志：返回里有 "ok":true 就对了。',
      ],
    },
    {
      title: '用户隐私保护指引（不填，下面的接口在手机上直接失败）',
      lines: [
        '公众平台 → 设置 → 服务内容声明 → 用户隐私保护指引。代码里用到的接口要声明：',
        ...privacyLines(privacy),
        '再写明（和小程序“我的 → 隐私说明：记下了什么，谁看得到”一致）：记录姓名、出生年份、手机号、住在哪村哪户、报过的班、问的问题和照片、代养协议和每年的分红，住宿和签协议时经单独同意记录身份证号（加密），谁看过都有记录；用于报名培训、咨询专家和查询分红；提交审核时勾选“采集用户隐私”。',
      ],
    },
    {
      title: '真机走一遍（发布前必须，体验版即可）',
      lines: [
        '公众平台 → 版本管理：把刚上传的开发版选为体验版，用一台旧安卓手机扫码。',
        `农户：首页点“报名培训”，选一个班，点“报名”，弹出订阅框点“允许”→ 收到“${TEMPLATES.enrolled.title}”→ 点“去不了，取消报名”。`,
        `农户：首页点“问专家”，点“拍照片”，写几个字，点“发给专家”，再点“允许”→ 专家在“待我回复”里看到问题，几分钟后看到照片 → 点“发给农户”→ 农户收到“${TEMPLATES.answered.title}”，点“管用”。`,
        `农户：首页点“查分红”，点“钱到了，用微信告诉我”，再点“允许”（不点就不会推送）。合作社：“今年的分红”里选一笔，点“拍收据”，确认 → 农户收到“${TEMPLATES.dividendConfirmed.title}”，“查分红”里变成“已到账”→ 点“钱没收到，点这里”。`,
        '把微信字体调到最大再看一遍首页、报名、查分红；关掉网络再打开，看有没有说清楚。',
      ],
    },
    {
      title: '提交审核和发布',
      lines: [
        '公众平台 → 版本管理 → 提交审核；给审核人员一个能看到内容的测试账号说明。通过后点“发布”。',
        `发布后 miniprogramState 应是 formal（现在 ${values.miniprogramState ?? notSet('miniprogramState')}）；改过就再运行 npm run deploy -- --only functions。`,
      ],
    },
  ]
}

/** Numbered, for a terminal. */
export const errandLines = (list: readonly Errand[]): string[] =>
  list.flatMap(({ title, lines }, at) => [`${at + 1}. ${title}`, ...lines.map((line) => `   ${line}`)])
