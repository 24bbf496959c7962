import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Notice } from '../components'
import { onSent, sendLists, unsentOf } from './day-send'

/** That ticks of a class are still on this phone, for who left the list before they could be sent. */
export function Unsent({ classId }: { classId: string }) {
  const [count, setCount] = useState(() => unsentOf(classId))
  const look = () => setCount(unsentOf(classId))
  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks at nothing but the class
  useEffect(() => onSent(look), [classId])
  useDidShow(() => {
    look()
    void sendLists()
  })
  if (count === 0) return null
  return <Notice kind="waiting">{`还有 ${count} 条签到没发出去。记在手机上，有网络会自动发。`}</Notice>
}
