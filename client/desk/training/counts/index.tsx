import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { beijing } from '../../../../contract/time'
import { useLoad } from '../../../cloud/use-load'
import { Bar, Card, Choice, ListState, Screen, Tabs } from '../../../components'
import { go } from '../../../go'
import '../desk.scss'
import { countRowsPage } from '../pages'
import { Target } from './target'
import { type Counted, DIVISION_NAMES, type Division, grouped, inOrder, lineName } from './words'

/** A county has hundreds of villages; a phone is slow to draw them all at once. */
const AT_ONCE = 30

/** How many attendances a year has, how far that is from what it is meant to reach, and what they are divided into. */
export default function Counts() {
  const now = beijing(Date.now()).year()
  const [year, setYear] = useState(now)
  const [by, divide] = useState<Division>('topic')
  const found = useLoad('training.counts', { year, by })
  const { data, reload } = found
  const years = [now, now - 1, now - 2].map((each) => ({ key: String(each), name: `${each} 年` }))
  return (
    <Screen wide>
      <Tabs tabs={years} on={String(year)} onChange={(key) => setYear(Number(key))} />
      <Text className="quiet">
        一个人来上过一个班算一人次，算在开班那个月。签到以后，最多两分钟就算进来。
      </Text>
      <Choice label="分开看" names={DIVISION_NAMES} value={by} onChange={divide} />
      <ListState of={found}>
        {data && (
          <>
            <Target key={`target-${data.year}`} data={data} reload={reload} />
            <Lines key={`${data.year}-${data.by}`} data={data} />
          </>
        )}
      </ListState>
    </Screen>
  )
}

function Lines({ data: { year, by, lines, total } }: { data: Counted }) {
  const [most, show] = useState(AT_ONCE)
  const all = inOrder(by, lines)
  const largest = Math.max(1, ...lines.map(({ count }) => count))
  return (
    <ListState
      of={{ state: 'ready', reload: async () => undefined }}
      empty={total === 0}
      emptyText={`${year} 年还没有人次。上课签到了的人会算在这里。`}
      picture="training"
      more={all.length > most ? async () => show(most + AT_ONCE) : undefined}
    >
      <Text className="quiet">点一行，看是哪些人。</Text>
      {all.slice(0, most).map((line) => {
        const name = lineName(by, line)
        return (
          <Card key={line.key} onPress={() => go(countRowsPage({ year, by, ...line, name }))}>
            <View className="grow stack">
              <View className="head-row">
                <Text className="strong grow">{name}</Text>
                <Text className="strong">{`${grouped(line.count)} 人次`}</Text>
              </View>
              <Bar part={line.count / largest} />
            </View>
          </Card>
        )
      })}
    </ListState>
  )
}
