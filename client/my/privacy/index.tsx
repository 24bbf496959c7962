import { Text, View } from '@tarojs/components'
import { Card, Screen } from '../../components'
import './privacy.scss'

/** What is kept about a person and who sees it. Keep it true: it names what the operations store and show. */
const KEPT: { about: string; lines: string[] }[] = [
  {
    about: '记下了什么',
    lines: [
      '您的姓名、出生年份、住在哪村哪户、和户主的关系：村里或县科技局登记的。',
      '手机号：您申请登记时填了的，或者村里、县科技局登记了的。',
      '身份证号：只在培训要住宿、签代养协议时另外问您，您同意了才记，锁着存。',
      '用身份证后六位核对时，只比一比，不记下来。',
      '您报过哪些培训班；您问的问题、发的照片，还有专家的回复。',
      '参加代养分红的人家：代养协议，每年的分红、保险、慰问品。',
      '您同意谁替您办事；发给您的消息。',
      '谁办了什么、看了什么：一条一条记着，改不了，您也查得到。',
    ],
  },
  {
    about: '谁看得到',
    lines: [
      '登记的资料：您自己、本村信息员、驻村干部、县科技局。手机号只有要给您打电话的人看得全，别的人只看得到头尾。',
      '身份证号：平时只看得到头尾。县科技局要看全，得写明原因，看一次记一次。',
      '报名：您自己和本村信息员。',
      '问题：您自己、替您问的人、回答的专家、县科技局。照片要微信检查过，别人才看得到。',
      '分红：您家、本村信息员、合作社、县科技局。',
      '您同意的家人，能替您看、替您办。别的村民都看不到。',
    ],
  },
  {
    about: '您可以',
    lines: [
      '在“我的”里点“关于我的信息”：看登记了什么、谁看过，全部带走。',
      '写错了，请本村信息员或县科技局改。',
      '随时收回让家人替您办。',
      '退出：手机号、身份证号、同意过的都删掉；培训、咨询留 5 年，分红的账在协议到期后留 15 年，到时候删。',
    ],
  },
  {
    about: '不要的',
    lines: ['不要您的银行卡号，也不看您在哪里。微信消息要您点了“允许”才发。'],
  },
  {
    about: '这台手机上存了什么',
    lines: [
      '没发出去的草稿、上次看到的首页、您选的字的大小：没有网也不会丢。在微信里删掉这个小程序，就都没有了。身份证号不存在手机上。',
    ],
  },
]

export default function Privacy() {
  return (
    <Screen>
      {KEPT.map(({ about, lines }) => (
        <Card key={about}>
          <Text className="strong">{about}</Text>
          {lines.map((line) => (
            <View key={line} className="kept">
              {line}
            </View>
          ))}
        </Card>
      ))}
    </Screen>
  )
}
