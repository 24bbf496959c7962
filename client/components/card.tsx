import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Sign } from './icon'

interface Props {
  children: ReactNode
  /** Makes the whole card one target, with a sign that it leads on. */
  onPress?: (() => unknown) | undefined
  /** Children side by side: picture, text (`className="grow"`), figure. */
  row?: boolean
}

/** A sheet of white with what belongs together. */
export function Card({ children, onPress, row }: Props) {
  const look = `card${row || onPress ? ' card-row' : ''}${onPress ? ' tappable' : ''}`
  if (!onPress) return <View className={look}>{children}</View>
  return (
    <View className={look} hoverClass="pressed" onClick={() => void onPress()}>
      {children}
      <Sign name="next" />
    </View>
  )
}
