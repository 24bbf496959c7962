import { View } from '@tarojs/components'
import { Card, Choice, Field, Notice } from '../../../components'
import { PickSome } from '../../pick-some'
import { PlacesField } from '../places-field'
import { PEOPLE_NAMES } from '../words'
import type { StepProps } from './step'

const ONCE = { any: '不限', one: '一年一次', two: '两年一次' }

/** Whom the class is for. */
export function WhoMayCome({ form, onChange, problems }: StepProps) {
  return (
    <>
      <Card>
        <View className="stack">
          <PlacesField
            label="面向哪些村、哪些乡镇"
            asked="class-places"
            value={form.places}
            onChange={(places) => onChange({ places })}
            error={problems.openTo ?? problems['openTo.0']}
          />
          <PickSome
            label="什么人能来"
            names={PEOPLE_NAMES}
            chosen={form.people}
            onChange={(people) => onChange({ people })}
            none="一个都不选，就是谁都能来。"
            error={problems.people}
          />
          <Notice kind="plain">谁是帮扶户，别人看不到：不能报的人只看到“这次先安排另外一些人”。</Notice>
        </View>
      </Card>
      <Card>
        <View className="stack">
          <Field
            id="class-age"
            label="满多少岁（不限就空着）"
            hint="不限"
            max={2}
            value={form.minAge}
            onChange={(minAge) => onChange({ minAge })}
            error={problems.minAge}
          />
          <Choice
            label="同一类的班，一个人多久能上一次"
            names={ONCE}
            value={form.onceInYears}
            onChange={(onceInYears) => onChange({ onceInYears })}
            error={problems.onceInYears}
          />
        </View>
      </Card>
    </>
  )
}
