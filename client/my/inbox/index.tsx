import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { useIntent } from '../../cloud/call'
import { usePages } from '../../cloud/use-load'
import { ListState, Screen } from '../../components'
import { tell } from '../../dialog'
import { showUnread } from '../../unread'
import './inbox.scss'
import { MessageCard } from './message-card'

export default function Inbox() {
  const inbox = usePages('inbox.list', {}, ({ messages }) => messages)
  const markRead = useIntent('inbox.markRead')
  const unread = inbox.data?.unread ?? 0
  useEffect(() => {
    if (inbox.data) showUnread(inbox.data.unread)
  }, [inbox.data])
  const markAll = async () => {
    try {
      await markRead({})
      await inbox.reload()
    } catch (error) {
      await tell(error)
    }
  }
  return (
    <Screen>
      {unread > 0 && (
        <View className="inbox-head">
          <Text className="strong">{`${unread} 条没看过`}</Text>
          <View className="link" id="mark-all" hoverClass="pressed" onClick={() => void markAll()}>
            全部标为已读
          </View>
        </View>
      )}
      <ListState
        of={inbox}
        empty={inbox.rows.length === 0}
        emptyText="还没有消息。有要告诉您的事，都会写在这里。"
        more={inbox.more}
      >
        {inbox.rows.map((message) => (
          <MessageCard key={message.id} message={message} now={Date.now()} />
        ))}
      </ListState>
    </Screen>
  )
}
