import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useChangeActing } from '../acting/change'
import { useLarge } from '../large'
import { Sign } from './icon'

interface Props {
  children: ReactNode
  /** Name of the person somebody acts for. */
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
      {acting && <Acting name={acting} />}
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

/** For whom all of this is, always in sight; and the way to somebody else. */
function Acting({ name }: { name: string }) {
  const change = useChangeActing()
  return (
    <View className="acting">
      <Sign name="acting" />
      <Text className="grow">正在为 {name} 办理</Text>
      <View className="acting-change" id="change-acting" hoverClass="pressed" onClick={() => void change()}>
        换人
      </View>
    </View>
  )
}
