import { useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import './app.scss'
import { onOnline } from './cloud/transport'
import { sendLists } from './training/day-send'

export default function App({ children }: PropsWithChildren) {
  // Lists that were ticked without a network go out whatever page is open.
  useDidShow(() => void sendLists())
  useEffect(() => onOnline(() => void sendLists()), [])
  return children
}
