import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { GUIDELINE } from '../../../contract/guideline'
import { sayDay } from '../../../contract/time'
import { useIntent } from '../../cloud/call'
import { cachedMe, rememberMe } from '../../cloud/me'
import { Card, GhostButton, MainButton, Screen } from '../../components'
import { done } from '../../dialog'
import { goBack } from '../../go'
import { CHANGED, Guideline, Sentences } from '../guideline'
import '../identity.scss'

/** The guideline has changed since somebody agreed: what is new, and back to what they were about to do. */
export default function Consent() {
  const [agreed, agree] = useState(false)
  const [error, say] = useState('')
  const consent = useIntent('identity.consent')
  const press = async () => {
    if (!agreed) return say('请看一看，点“我看过了，同意”')
    await consent({ version: GUIDELINE })
    const me = cachedMe()
    if (me) rememberMe({ ...me, agreed: true })
    await done('好了，接着办')
    await goBack()
  }
  return (
    <Screen
      bar={
        <>
          <MainButton onPress={press}>同意，接着办</MainButton>
          <GhostButton onPress={goBack}>先不同意</GhostButton>
        </>
      }
      barNote={error || '不同意也能看，只是不能报名、提问'}
    >
      <View>
        <View className="heading">隐私说明更新了</View>
        <Text className="quiet">{`${sayDay(GUIDELINE, Date.now())}起用新的。看一看，同意了就回到刚才那里，填好的都在。`}</Text>
      </View>
      <Card>
        <Text className="strong">这次改了什么</Text>
        <Sentences lines={CHANGED} />
      </Card>
      <Guideline
        agreed={agreed}
        onAgree={(on) => {
          agree(on)
          say('')
        }}
        error={error}
      />
    </Screen>
  )
}
