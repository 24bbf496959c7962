import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useLarge } from '../large'
import { Sign } from './icon'

interface Props {
  children: ReactNode
  /** Name of the person an informant acts for. */
  acting?: string | undefined
  /** The one thing to do here, kept in sight at the bottom. */
  bar?: ReactNode
  /** What follows from it, in small, under the buttons. */
  barNote?: string | undefined
  /** A desk: on a computer its cards stand side by side. */
  wide?: boolean
}

/** A page: large text, whom one acts for, the content, and its action bar above the phone's own edge. */
export function Screen({ children, acting, bar, barNote, wide }: Props) {
  const large = useLarge()
  return (
    <View className={`screen${large ? ' large' : ''}${wide ? ' screen-wide' : ''}`}>
      {acting && (
        <View className="acting">
          <Sign name="acting" />
          <Text>正在为 {acting} 办理</Text>
        </View>
      )}
      <View className="screen-body">{children}</View>
      {bar && (
        <View className="screen-bar">
          <View className="screen-bar-inner">
            {bar}
            {barNote && <View className="screen-bar-note">{barNote}</View>}
          </View>
        </View>
      )}
    </View>
  )
}
