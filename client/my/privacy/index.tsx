import { Text, View } from '@tarojs/components'
import { Card, Screen } from '../../components'
import './privacy.scss'

/** What is kept about a person and who sees it. Keep it true: it names what the operations store and show. */
const KEPT: { about: string; lines: string[] }[] = [
  {
    about: '记下了什么',
    lines: [
      '您的姓名、出生年份、住在哪村哪户：村里或县科技局登记的。',
      '您报过哪些培训班。',
      '您问的问题、发的照片，还有专家的回复。',
      '参加代养分红的人家：代养协议，每年的分红、保险、慰问品。',
      '发给您的消息。',
    ],
  },
  {
    about: '谁看得到',
    lines: [
      '报名：您自己和本村信息员。',
      '问题：您自己、替您问的信息员、回答的专家、县科技局。照片要微信检查过，别人才看得到。',
      '分红：您家、本村信息员、合作社、县科技局。',
      '别的村民都看不到。',
    ],
  },
  {
    about: '不要的',
    lines: ['不要您的身份证号、手机号、银行卡号，也不看您在哪里。微信消息要您点了“允许”才发。'],
  },
  {
    about: '这台手机上存了什么',
    lines: [
      '没发出去的草稿、上次看到的首页、您选的字的大小：没有网也不会丢。在微信里删掉这个小程序，就都没有了。',
    ],
  },
  { about: '写错了，或者不想要了', lines: ['请找本村信息员，或者县科技局。'] },
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
