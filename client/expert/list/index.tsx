import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Subject } from '../../../contract/consultation'
import type { ExpertLine } from '../../../contract/expert'
import { townshipOf } from '../../../contract/regions'
import { useKnownMe } from '../../cloud/me'
import { usePages } from '../../cloud/use-load'
import { Card, Check, ListState, Picture, Screen, Sign, Status } from '../../components'
import { ExportButton } from '../../desk/export-button'
import { go, useActing } from '../../go'
import { has } from '../../roles'
import { SUBJECT_NAMES, TOPIC_NAMES, TOPIC_PICTURES } from '../../words'
import '../expert.scss'
import { Face } from '../face'
import { CROPS, FIELDS, type Field, knowsWords, servesWords, takesWords } from '../words'

/** The county's experts, by what one grows or keeps, and by who comes to one's township. */
export default function Experts() {
  const { actName, query } = useActing()
  const [field, setField] = useState<Field>()
  const [crop, setCrop] = useState<Subject>()
  const [near, setNear] = useState(false)
  const me = useKnownMe()
  const village = me?.person?.village
  const asked = {
    ...(crop ? { crop } : field ? { field } : {}),
    ...(near && village ? { township: townshipOf(village) } : {}),
  }
  const found = usePages('expert.list', asked, ({ experts }) => experts)
  const chooseField = (chosen: Field) => {
    setField(chosen === field ? undefined : chosen)
    setCrop(undefined)
  }
  return (
    <Screen acting={actName}>
      <View className="fields">
        {FIELDS.map((each) => (
          <View
            key={each}
            id={`field-${each}`}
            className={`fields-one${each === field ? ' fields-on' : ''}`}
            hoverClass="pressed"
            onClick={() => chooseField(each)}
          >
            <Picture name={TOPIC_PICTURES[each]} size="small" />
            <Text>{TOPIC_NAMES[each]}</Text>
          </View>
        ))}
      </View>
      {field && CROPS[field].length > 1 && (
        <View className="choice">
          {CROPS[field].map((each) => (
            <View
              key={each}
              className={`choice-one${each === crop ? ' choice-on' : ''}`}
              hoverClass="pressed"
              onClick={() => setCrop(each === crop ? undefined : each)}
            >
              {each === crop && <Sign name="done" />}
              <Text>{SUBJECT_NAMES[each]}</Text>
            </View>
          ))}
        </View>
      )}
      {village && (
        <Check on={near} onChange={setNear}>
          只看到我们乡镇来的
        </Check>
      )}
      {has(me, 'bureau', 'admin') && (
        <ExportButton operation="export.experts" input={asked}>
          把这些专家导出 Excel
        </ExportButton>
      )}
      <ListState
        of={found}
        empty={found.rows.length === 0}
        emptyText="没有这样的专家。换一样再看看，或者直接问，系统会派合适的人。"
        picture="consultation"
        more={found.more}
      >
        {found.rows.map((expert) => (
          <ExpertRow key={expert.expertId} expert={expert} query={query} />
        ))}
      </ListState>
    </Screen>
  )
}

function ExpertRow({ expert, query }: { expert: ExpertLine; query: string }) {
  const { expertId, name, title, photoUrl, takes } = expert
  const { kind, words } = takesWords(takes, Date.now())
  return (
    <Card onPress={() => go(`/expert/detail/index?id=${expertId}${query}`)}>
      <Face name={name} url={photoUrl} />
      <View className="grow">
        <View className="strong">{`${name} ${title}`}</View>
        <View>{knowsWords(expert)}</View>
        <View className="quiet">{servesWords(expert)}</View>
        <Status kind={kind}>{words}</Status>
      </View>
    </Card>
  )
}
