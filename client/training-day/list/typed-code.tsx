import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { GhostButton } from '../../components'
import type { Shown } from '../queue'
import { whoseCode } from '../typed-code'

interface Props {
  people: readonly Shown[]
  onFound: (person: Shown) => Promise<unknown>
}

/** The code somebody reads out, whose phone cannot be scanned. */
export function TypedCode({ people, onFound }: Props) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState('')
  const check = async () => {
    const found = whoseCode(people, typed)
    if (typeof found === 'string') return setWrong(found)
    setTyped('')
    setWrong('')
    await onFound(found)
  }
  return (
    <View className={`field${wrong ? ' field-wrong' : ''}`}>
      <View className="search">
        <View className="search-box">
          <Input
            className="field-box"
            value={typed}
            maxlength={30}
            placeholder="念的签到码"
            placeholderStyle="color:#55615A"
            onInput={({ detail }) => {
              setTyped(detail.value)
              setWrong('')
            }}
            onConfirm={() => void check()}
          />
        </View>
        <GhostButton onPress={check}>记签到</GhostButton>
      </View>
      {wrong && <Text className="field-error">{wrong}</Text>}
    </View>
  )
}
