import { Text, View } from '@tarojs/components'
import type { Output } from '../../../contract'
import { sayDay } from '../../../contract/time'
import { CLASS_KIND_NAMES } from '../../../contract/training/words'
import { useLoad } from '../../cloud/use-load'
import { Card, GhostButton, ListState, Picture, Screen, Status } from '../../components'
import { go, useActing } from '../../go'
import { TOPIC_PICTURES } from '../../words'
import '../after.scss'
import { recordStanding, yearWords } from '../words'

type Attended = Output<'training.record'>['classes'][number]

/** What one has learned over the years, each with what it left: certificate, materials, whom to ask. */
export default function TrainingRecord() {
  const { actFor, actName, query } = useActing()
  const record = useLoad('training.record', {}, actFor)
  const { data } = record
  return (
    <Screen acting={actName}>
      <ListState
        of={record}
        empty={data?.classes.length === 0}
        picture="training"
        emptyText="还没有上过课。上过的课、得的证书会写在这里。"
        emptyAction={
          <GhostButton onPress={() => go(`/training/classes/index${query && `?${query.slice(1)}`}`)}>
            看看有什么班
          </GhostButton>
        }
      >
        {data && yearWords(data).length > 0 && (
          <Card>
            {yearWords(data).map((words) => (
              <View key={words} className="after-figure">
                {words}
              </View>
            ))}
          </Card>
        )}
        {data?.classes.map((each) => (
          <Row key={each.classId} of={each} query={query} />
        ))}
        {data && data.classes.length > 0 && (
          <Text className="quiet">去了却没有记上？请找老师或者村信息员更正。</Text>
        )}
      </ListState>
    </Screen>
  )
}

function Row({ of, query }: { of: Attended; query: string }) {
  const { kind, words } = recordStanding(of)
  const after = of.attended ? () => go(`/training-after/class/index?id=${of.classId}${query}`) : undefined
  return (
    <>
      <Card row onPress={after}>
        <Picture name={TOPIC_PICTURES[of.topic]} size="small" />
        <View className="grow">
          <View className="strong">{of.title}</View>
          <View className="quiet">
            {`${sayDay(of.day, Date.now())}${of.kind ? ` · ${CLASS_KIND_NAMES[of.kind]}` : ''}`}
          </View>
          <Status kind={kind}>{of.certificate ? `${words}，有证书` : words}</Status>
        </View>
      </Card>
      {of.certificate && (
        <GhostButton
          sign="seal"
          onPress={() => go(`/training-after/certificate/index?number=${of.certificate}${query}`)}
        >
          看证书
        </GhostButton>
      )}
    </>
  )
}
