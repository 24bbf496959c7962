import { Text, View } from '@tarojs/components'
import { Card, Check, Sign } from '../components'
import { go } from '../go'

/** The privacy guideline in short. The whole of it is client/my/privacy; both change with contract/guideline.ts. */
const SHORT = [
  '记下您的姓名、出生年份、住哪村哪户，您报的班、问的问题、家里的分红。',
  '只有您和该办这件事的人看得到。谁看过，您在“关于我的信息”里都查得到。',
  '手机号、身份证号要用到时另外问您，不同意也不影响别的。',
  '您的信息随时可以带走，也可以退出。',
]

/** What is new since the guideline before, for who agreed to that one. */
export const CHANGED = [
  '写明了手机号、身份证号什么时候才记，记在哪里。',
  '谁看过您的信息、什么时候看的，都会记下来，您自己查得到。',
  '您可以把自己的信息带走，也可以退出。',
]

interface Props {
  agreed: boolean
  onAgree: (agreed: boolean) => void
  error?: string | undefined
}

/** What is kept, in four sentences, and a box to tick. */
export function Guideline({ agreed, onAgree, error }: Props) {
  return (
    <Card>
      <Text className="strong">隐私说明</Text>
      <Sentences lines={SHORT} />
      <View className="link guideline-all" hoverClass="pressed" onClick={() => void go('/my/privacy/index')}>
        看全部说明
      </View>
      <Check on={agreed} onChange={onAgree}>
        我看过了，同意
      </Check>
      {error && <Text className="field-error">{error}</Text>}
    </Card>
  )
}

export function Sentences({ lines }: { lines: readonly string[] }) {
  return (
    <View className="sentences">
      {lines.map((line) => (
        <View key={line} className="sentence">
          <Sign name="done" />
          <Text className="grow">{line}</Text>
        </View>
      ))}
    </View>
  )
}
