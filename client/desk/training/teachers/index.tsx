import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ExpertLine } from '../../../../contract/expert'
import { usePages } from '../../../cloud/use-load'
import { Choice, ListState, MainButton, Screen, Sign } from '../../../components'
import { say } from '../../../dialog'
import { FIELDS, type Field, knowsWords, servesWords } from '../../../expert/words'
import { goBack } from '../../../go'
import { hand } from '../../../handed'
import { kept } from '../../../storage'
import { TOPIC_NAMES } from '../../../words'
import '../desk.scss'
import type { Teacher } from '../form'

const MOST = 5
const NAMES = {
  all: '全部',
  ...(Object.fromEntries(FIELDS.map((field) => [field, TOPIC_NAMES[field]])) as Record<Field, string>),
}

/** Teachers, ticked in the directory of experts; handed to the page that asked (`?for=`). */
export default function ChooseTeachers() {
  const asked = useRouter().params.for ?? ''
  const [field, setField] = useState<Field | 'all'>('all')
  const [chosen, setChosen] = useState<Teacher[]>(() => kept<Teacher[]>(`teachers:${asked}`) ?? [])
  const found = usePages('expert.list', field === 'all' ? {} : { field }, ({ experts }) => experts)
  const tap = ({ expertId: id, name, title }: ExpertLine) => {
    if (chosen.some((each) => each.id === id)) return setChosen(chosen.filter((each) => each.id !== id))
    if (chosen.length >= MOST) return void say(`一个班最多 ${MOST} 位老师。`)
    return setChosen([...chosen, { id, name, title }])
  }
  const take = async () => {
    hand(asked, chosen)
    await goBack()
  }
  return (
    <Screen
      wide
      bar={
        <MainButton onPress={take}>
          {chosen.length > 0 ? `选好了，${chosen.length} 位` : '先不选老师'}
        </MainButton>
      }
      barNote={chosen.length > 0 ? chosen.map(({ name }) => name).join('、') : undefined}
    >
      <Choice label="哪方面的专家" names={NAMES} value={field} onChange={setField} />
      <ListState
        of={found}
        empty={found.rows.length === 0}
        emptyText="名录里还没有这方面的专家。换一样再看看。"
        picture="experts"
        more={found.more}
      >
        {found.rows.map((expert) => {
          const on = chosen.some(({ id }) => id === expert.expertId)
          return (
            <View
              key={expert.expertId}
              className={`card card-row tappable teacher${on ? ' teacher-on' : ''}`}
              hoverClass="pressed"
              onClick={() => tap(expert)}
            >
              <Sign name={on ? 'chosen' : 'unchosen'} />
              <View className="grow">
                <View className="strong">{`${expert.name} ${expert.title}`}</View>
                <Text className="quiet">{`${knowsWords(expert)} · ${servesWords(expert)}`}</Text>
              </View>
            </View>
          )
        })}
      </ListState>
    </Screen>
  )
}
