import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { sayDay } from '../../../contract/time'
import { usePages } from '../../cloud/use-load'
import { Bar, Card, ListState, Screen } from '../../components'
import '../after.scss'
import { averageWords, countOf, STARS, starWords } from '../words'

/** What people thought of a class; not who. `?id=` */
export default function Ratings() {
  const classId = useRouter().params.id ?? ''
  const found = usePages('training.ratings', { classId }, ({ sentences }) => sentences)
  const { data } = found
  const now = Date.now()
  return (
    <Screen wide>
      <ListState
        of={found}
        empty={data?.count === 0}
        emptyText="还没有人评。下课以后 30 天内，来上课的人可以评。"
        more={found.more}
      >
        {data && (
          <Card>
            <View className="strong">{data.title}</View>
            <View className="after-figure">{averageWords(data.average, data.count)}</View>
            <View className="after-stack">
              {STARS.map(countOf).map((stars) => {
                const count = data.byStars[stars - 1] ?? 0
                return (
                  <View key={stars} className="after-lines">
                    <View className="quiet">{`${starWords(stars)}：${count} 人`}</View>
                    <Bar part={count / Math.max(1, data.count)} />
                  </View>
                )
              })}
            </View>
          </Card>
        )}
        {found.rows.map(({ stars, words, on }, index) => (
          // Two may have said the same on the same day.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
          <Card key={index}>
            <View className="quiet">{starWords(stars)}</View>
            <View>{words}</View>
            <View className="quiet">{sayDay(on, now)}</View>
          </Card>
        ))}
      </ListState>
    </Screen>
  )
}
