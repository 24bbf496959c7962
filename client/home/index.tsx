import { Text, View } from '@tarojs/components'
import { Card, ListState, Screen, Status } from '../components'
import { go } from '../go'
import { MessageCard } from '../my/inbox/message-card'
import { EntryCard } from './entry-card'
import './home.scss'
import { RegisterCard } from './register-card'
import { desksOf, greetingOf, type Home as HomeData, jobsOf, mayAct } from './summary'
import { askOf } from './training-entry'
import { useHome } from './use-home'

export default function Home() {
  const home = useHome()
  return (
    <Screen>
      <ListState of={home}>{home.data && <Content home={home.data} />}</ListState>
    </Screen>
  )
}

function Content({ home }: { home: HomeData }) {
  const { hello, place } = greetingOf(home.me)
  const desks = desksOf(home)
  const jobs = jobsOf(home, Date.now())
  const ask = askOf(home, Date.now())
  return (
    <>
      <View className="hello">
        <Text className="heading">{hello}</Text>
        <Text className="quiet">{place}</Text>
      </View>
      {ask && (
        <Card onPress={() => go(ask.page)}>
          <View className="grow">
            <View className="strong">{ask.text}</View>
            <Status kind={ask.standing.kind}>{ask.standing.text}</Status>
          </View>
        </Card>
      )}
      {!home.me.person && <RegisterCard me={home.me} />}
      {desks.map((entry) => (
        <EntryCard key={entry.key} entry={entry} />
      ))}
      {desks.length > 0 && mayAct(home.me) && <Text className="section">我自己的</Text>}
      {jobs.map((entry) => (
        <EntryCard key={entry.key} entry={entry} />
      ))}
      {home.me.person && <Messages inbox={home.inbox} />}
    </>
  )
}

function Messages({ inbox: { unread, latest } }: { inbox: HomeData['inbox'] }) {
  return (
    <>
      <Text className="section">消息</Text>
      {latest ? (
        <MessageCard message={latest} now={Date.now()} />
      ) : (
        <Text className="quiet">还没有消息。有要告诉您的事，都会写在这里。</Text>
      )}
      {unread > 1 && (
        <View className="link" hoverClass="pressed" onClick={() => void go('/my/inbox/index')}>
          {`还有 ${unread - (latest?.read ? 0 : 1)} 条没看，看全部消息`}
        </View>
      )}
    </>
  )
}
