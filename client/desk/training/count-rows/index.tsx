import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { sayDay } from '../../../../contract/time'
import { usePages } from '../../../cloud/use-load'
import { Card, ListState, Picture, Screen } from '../../../components'
import { go } from '../../../go'
import { TOPIC_PICTURES } from '../../../words'
import '../desk.scss'
import { type Division, grouped } from '../counts/words'
import { classPage } from '../pages'

/** The attendances behind one number of the year, latest first. */
export default function CountRows() {
  const { year, by, key, name = '', count } = useRouter().params
  const list = usePages(
    'training.countRows',
    { year: Number(year), by: by as Division, ...(key ? { key } : {}) },
    ({ rows }) => rows,
  )
  const now = Date.now()
  return (
    <Screen wide>
      <Text className="heading">{[`${year} 年`, decodeURIComponent(name)].filter(Boolean).join(' · ')}</Text>
      {count && <Text className="quiet">{`一共 ${grouped(Number(count))} 人次，后上的课在前面。`}</Text>}
      <ListState
        of={list}
        empty={list.rows.length === 0}
        emptyText="这里现在没有人了。签到改过以后，人次会跟着变。"
        picture="training"
        more={list.more}
      >
        {list.rows.map(({ personId, classId, name, villageName, title, topic, day }) => (
          <Card key={`${classId}:${personId}`} onPress={() => go(classPage(classId))}>
            <Picture name={TOPIC_PICTURES[topic]} />
            <View className="grow stack-tight">
              <View className="strong">{name}</View>
              <View className="quiet">{villageName}</View>
              <View className="quiet">{`${sayDay(day, now)} · ${title}`}</View>
            </View>
          </Card>
        ))}
      </ListState>
    </Screen>
  )
}
