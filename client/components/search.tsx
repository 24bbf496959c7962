import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { GhostButton } from './button'

interface Props {
  /** What one can look for: 姓名、拼音首字母、手机后四位. */
  hint: string
  onSearch: (words: string) => void
}

/** Looks for something when the person says so, by the button or the keyboard's own. */
export function Search({ hint, onSearch }: Props) {
  const [words, setWords] = useState('')
  return (
    <View className="search">
      <View className="search-box">
        <Input
          className="field-box"
          value={words}
          maxlength={30}
          confirmType="search"
          placeholder={hint}
          placeholderStyle="color:#55615A"
          onInput={({ detail }) => {
            setWords(detail.value)
            // An emptied box shows everything again.
            if (detail.value === '') onSearch('')
          }}
          onConfirm={() => onSearch(words.trim())}
        />
      </View>
      <GhostButton sign="search" onPress={() => onSearch(words.trim())}>
        找
      </GhostButton>
    </View>
  )
}
