import { Button, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'

/** Shows the word it was given and asks the cloud about it. */
export default function Second() {
  const word = decodeURIComponent(useRouter().params.word ?? '')
  const [answer, setAnswer] = useState('')
  const ask = async () => {
    try {
      const { result } = await Taro.cloud.callFunction({ name: 'echo', data: { word } })
      setAnswer(JSON.stringify(result))
    } catch (failure) {
      setAnswer((failure as { errMsg: string }).errMsg)
    }
  }
  return (
    <View>
      <Text id="word">收到：{word}</Text>
      <Button onClick={ask}>问云端</Button>
      <Text id="answer">{answer}</Text>
    </View>
  )
}
