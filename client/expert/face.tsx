import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'

interface Props {
  name: string
  url: string | undefined
  big?: boolean
}

/** An expert's photo; their family name until there is one that can be shown. */
export function Face({ name, url, big }: Props) {
  const [broken, breaks] = useState('')
  return (
    <View className={`face${big ? ' face-big' : ''}`}>
      {url && url !== broken ? (
        <Image className="face-image" src={url} mode="aspectFill" onError={() => breaks(url)} />
      ) : (
        <Text>{[...name][0] ?? ''}</Text>
      )}
    </View>
  )
}
