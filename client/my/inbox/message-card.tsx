import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Message } from '../../../contract/inbox'
import { sayTime } from '../../../contract/time'
import { call } from '../../cloud/call'
import { Sign } from '../../components'
import { go } from '../../go'
import { showUnread } from '../../unread'
import './message-card.scss'

interface Props {
  message: Message
  now: number
}

/** One message; tapping it opens what it is about and marks it read. */
export function MessageCard({ message, now }: Props) {
  const { id, title, text, at, page } = message
  // Marked at once: the list loads again only when it is shown again.
  const [opened, setOpened] = useState('')
  const read = message.read || opened === id
  const open = () => {
    if (!read) {
      setOpened(id)
      // In the background: the page opens meanwhile, and a mark that is lost costs one more tap another day.
      call('inbox.markRead', { ids: [id] })
        .then(({ unread }) => showUnread(unread))
        .catch(() => undefined)
    }
    return go(page)
  }
  return (
    <View className="message" hoverClass="pressed" onClick={() => void open()}>
      <View className="grow">
        <View className="message-head">
          <Text className={read ? 'message-title' : 'message-title strong'}>{title}</Text>
          {!read && (
            <View className="message-unread">
              <View className="message-dot" />
              <Text>没看过</Text>
            </View>
          )}
        </View>
        <View>{text}</View>
        <View className="quiet">{sayTime(at, now)}</View>
      </View>
      <Sign name="next" />
    </View>
  )
}
