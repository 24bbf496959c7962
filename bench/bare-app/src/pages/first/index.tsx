import { Button, Input, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'

/** Counts, and passes a word to the second page. */
export default function First() {
  const [count, setCount] = useState(0)
  const [word, setWord] = useState('')
  return (
    <View>
      <Text id="count">数到 {count}</Text>
      <Button onClick={() => setCount(count + 1)}>加一</Button>
      <Input id="word" value={word} placeholder="写一个词" onInput={(event) => setWord(event.detail.value)} />
      <View onClick={() => Taro.navigateTo({ url: `/pages/second/index?word=${encodeURIComponent(word)}` })}>
        <Text>下一页</Text>
      </View>
    </View>
  )
}
