import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { QuestionDetail } from '../../contract/consultation'
import { Sign } from '../components'
import { photoWords } from './thread-words'

type Photo = QuestionDetail['photos'][number]

/** A question's photos; a tap shows one large. One that cannot be seen says why. */
export function Photos({ photos }: { photos: QuestionDetail['photos'] }) {
  if (photos.length === 0) return null
  const urls = photos.flatMap(({ url }) => (url ? [url] : []))
  return (
    <View className="sent-photos">
      {photos.map((photo, place) => (
        // Photos of a question never change their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <One key={place} photo={photo} urls={urls} />
      ))}
    </View>
  )
}

function One({ photo, urls }: { photo: Photo; urls: string[] }) {
  const [broken, setBroken] = useState(false)
  const { url } = photo
  const words = photoWords(broken ? { ...photo, state: 'shown', url: undefined } : photo)
  if (!url || broken)
    return (
      <View className="sent-photo-words">
        <Sign name="camera" />
        <Text className="grow">{words}</Text>
      </View>
    )
  return (
    <View className="sent-photo" onClick={() => void Taro.previewImage({ current: url, urls })}>
      <Image className="sent-photo-image" src={url} mode="aspectFill" onError={() => setBroken(true)} />
      {words && <View className="sent-photo-note">{words}</View>}
    </View>
  )
}
