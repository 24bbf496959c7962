import { View } from '@tarojs/components'
import type { PictureName, SignName } from '../icons/names'

/** A coloured picture of a crop, an animal or a job. */
export function Picture({ name, size }: { name: PictureName; size?: 'small' | 'big' }) {
  return <View className={`picture picture-${name}${size ? ` picture-${size}` : ''}`} />
}

/** A one-colour sign, as high as the text around it and in its colour. */
export function Sign({ name }: { name: SignName }) {
  return <View className={`sign sign-${name}`} />
}
