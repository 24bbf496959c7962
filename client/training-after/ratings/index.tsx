import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { sayDay } from '../../../contract/time'
import { usePages } from '../../cloud/use-load'
import { Bar, Card, ListState, Screen } from '../../components'
import '../after.scss'
import { averageWords, STAR_WORDS, starLine } from '../words'

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
            <View className="figure">{averageWords(data.average, data.count)}</View>
            {[5, 4, 3, 2, 1].map((stars) => {
              const count = data.byStars[stars - 1] ?? 0
              return (
                <View key={stars}>
                  <View className="quiet">{`${stars} 星 ${STAR_WORDS[stars - 1]}：${count} 人`}</View>
                  <Bar part={count / Math.max(1, data.count)} />
                </View>
              )
            })}
          </Card>
        )}
        {found.rows.map(({ stars, words, on }, index) => (
          // Two may have said the same on the same day.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
          <Card key={index}>
            <View className="star-on">{starLine(stars)}</View>
            <View>{words}</View>
            <View className="quiet">{sayDay(on, now)}</View>
          </Card>
        ))}
      </ListState>
    </Screen>
  )
}
