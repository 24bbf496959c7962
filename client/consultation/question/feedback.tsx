import { Text, View } from '@tarojs/components'
import { useIntent } from '../../cloud/call'
import { useMe } from '../../cloud/me'
import { askToBeTold } from '../../cloud/subscribe'
import { Card, Field, GhostButton, MainButton } from '../../components'
import { done } from '../../dialog'
import { useDraft } from '../../draft'
import './feedback.scss'

interface Props {
  questionId: string
  actFor: string | undefined
  onDone: () => Promise<void>
}

/** Did it help? Yes ends the question; no sends it back to the same expert, with what is still wrong if one likes. */
export function Feedback({ questionId, actFor, onDone }: Props) {
  const [draft, change, clear] = useDraft(`feedback:${questionId}`, { stillWrong: false, text: '' })
  const send = useIntent('consultation.feedback')
  const say = async (helped: boolean) => {
    await send({ questionId, helped, text: helped ? '' : draft.text }, actFor)
    clear()
    await done(helped ? '办结了' : '已发给专家')
    await onDone()
  }
  if (draft.stillWrong)
    return (
      <StillWrong
        text={draft.text}
        onChange={(text) => change({ text })}
        onSend={() => say(false)}
        onBack={() => change({ stillWrong: false })}
      />
    )
  return (
    <Card>
      <Text className="strong">这个办法管用吗？</Text>
      <View className="two feedback-buttons">
        <GhostButton sign="up" onPress={() => say(true)}>
          管用
        </GhostButton>
        <GhostButton tone="amber" sign="down" onPress={() => change({ stillWrong: true })}>
          还不行
        </GhostButton>
      </View>
    </Card>
  )
}

interface StillWrongProps {
  text: string
  onChange: (text: string) => void
  onSend: () => Promise<void>
  onBack: () => void
}

function StillWrong({ text, onChange, onSend, onBack }: StillWrongProps) {
  // Before the tap that asks: WeChat's dialog needs the templates at hand.
  useMe()
  const send = () => {
    const told = askToBeTold(['answered'])
    return onSend().then(() => told)
  }
  return (
    <Card>
      <View className="feedback-form">
        <Field
          id="still-wrong"
          label="还有哪里不行？"
          hint="不写也可以，专家会再看看"
          long
          max={500}
          value={text}
          onChange={onChange}
        />
        <MainButton onPress={send}>请专家再看看</MainButton>
        <GhostButton onPress={onBack}>先不发</GhostButton>
      </View>
    </Card>
  )
}
