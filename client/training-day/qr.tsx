import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { qrPicture } from './qr-svg'

/** A QR code, as wide as the screen allows. */
export function Qr({ text }: { text: string }) {
  const picture = useMemo(() => qrPicture(text), [text])
  return (
    <View className="qr-frame">
      <View className="qr" style={{ backgroundImage: `url("${picture}")` }} />
    </View>
  )
}
