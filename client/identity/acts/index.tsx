import { Text, View } from '@tarojs/components'
import { sayTime } from '../../../contract/time'
import { usePages } from '../../cloud/use-load'
import { Card, ListState, Screen } from '../../components'
import '../identity.scss'

/** What I did and looked at, newest first. */
export default function MyActs() {
  const mine = usePages('audit.mine', {}, ({ entries }) => entries)
  const now = Date.now()
  return (
    <Screen>
      <Text className="quiet">您办过、看过的都记在这里，改不了。不是您办的，请告诉县科技局。</Text>
      <ListState
        of={mine}
        empty={mine.rows.length === 0}
        emptyText="还没有。您办了什么，会记在这里。"
        more={mine.more}
      >
        {mine.rows.map(({ id, at, what, forWhom, about, reason }) => (
          <Card key={id}>
            <View className="strong">{forWhom ? `替${forWhom} ${what}` : what}</View>
            {about.name !== '' && <View>{about.name}</View>}
            {reason && <View className="quiet">{`原因：${reason}`}</View>}
            <View className="quiet">{sayTime(at, now)}</View>
          </Card>
        ))}
      </ListState>
    </Screen>
  )
}
