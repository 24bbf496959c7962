import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { sayTime } from '../../../../contract/time'
import { useIntent } from '../../../cloud/call'
import { usePages } from '../../../cloud/use-load'
import { Card, GhostButton, ListState, MainButton, Screen } from '../../../components'
import { done, say } from '../../../dialog'
import { go } from '../../../go'
import './tell.scss'
import { classFor, type ToTell, waitingWords } from './words'

/** What people of my villages have to be told, because no phone tells them. */
export default function Tell() {
  const list = usePages('training.tellOthers', {}, ({ messages }) => messages)
  const telling = useIntent('training.toldOthers')
  const told = async (id: string) => {
    const { results } = await telling({ ids: [id] })
    const refused = results[0]?.error
    if (refused) await say(refused.message)
    await list.reload()
    if (!refused) await done('记下了')
  }
  return (
    <Screen>
      <ListState
        of={list}
        empty={list.rows.length === 0}
        emptyText="没有要转告的。村里没有微信的人，报上了名、轮到名额、班改了时间，会列在这里请您告诉他们。"
        picture="informant"
        more={list.more}
      >
        <Text className="quiet">{waitingWords(list.rows.length, list.more !== undefined)}</Text>
        {list.rows.map((message) => (
          <ToTellCard key={message.id} message={message} onTold={() => told(message.id)} />
        ))}
      </ListState>
    </Screen>
  )
}

function ToTellCard({ message, onTold }: { message: ToTell; onTold: () => Promise<void> }) {
  const { name, villageName, phone, at, title, text } = message
  const page = classFor(message)
  return (
    <Card>
      <View className="to-tell">
        <View className="strong">{`${name}（${villageName}）`}</View>
        <View className="strong">{title}</View>
        <Text>{text}</Text>
        <View className="quiet">{sayTime(at, Date.now())}</View>
        {!phone && <View className="quiet">没有留电话，请当面说。</View>}
        <View className="two">
          {phone && (
            <GhostButton sign="phone" onPress={() => Taro.makePhoneCall({ phoneNumber: phone })}>
              打电话
            </GhostButton>
          )}
          <MainButton sign="done" onPress={onTold}>
            已转告
          </MainButton>
        </View>
        {page && (
          <View className="link" hoverClass="pressed" onClick={() => void go(page)}>
            看这个班，替他办
          </View>
        )}
      </View>
    </Card>
  )
}
