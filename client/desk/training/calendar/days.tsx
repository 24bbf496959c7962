import { Text, View } from '@tarojs/components'
import { Card, DateField, Field, GhostButton } from '../../../components'
import { SmallAct } from '../small-act'
import type { YearForm } from './year-form'

interface Props {
  year: number
  form: YearForm
  onChange: (part: Partial<YearForm>) => void
  problems: Record<string, string>
}

const MOST = 20
const within = (year: number) => ({ from: `${year}-01-01`, until: `${year}-12-31` })

/** The holidays of the year, a card each. */
export function Holidays({ year, form: { holidays }, onChange, problems }: Props) {
  const set = (n: number, part: Partial<YearForm['holidays'][number]>) =>
    onChange({ holidays: holidays.map((each, at) => (at === n ? { ...each, ...part } : each)) })
  return (
    <>
      {holidays.map(({ name, from, until }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: while it is typed, a holiday has nothing else to be told by
        <Card key={n}>
          <View className="stack">
            <View className="head-row">
              <Text className="strong">{name || '放假'}</Text>
              <SmallAct
                sign="remove"
                danger
                onPress={() => onChange({ holidays: holidays.filter((_, at) => at !== n) })}
              >
                去掉
              </SmallAct>
            </View>
            <Field
              id={`holiday-name-${n}`}
              label="什么节"
              hint="比如：春节"
              max={20}
              value={name}
              onChange={(words) => set(n, { name: words })}
              error={problems[`holidays.${n}.name`]}
            />
            <View className="times">
              <DateField
                id={`holiday-from-${n}`}
                label="放假第一天"
                value={from}
                {...within(year)}
                // A day off alone is the usual case at first; the last day is then moved.
                onChange={(day) =>
                  set(n, { from: day, ...(until === '' || until < day ? { until: day } : {}) })
                }
                error={problems[`holidays.${n}.from`]}
              />
              <DateField
                id={`holiday-until-${n}`}
                label="放假最后一天"
                value={until}
                {...within(year)}
                onChange={(day) => set(n, { until: day })}
                error={problems[`holidays.${n}.until`]}
              />
            </View>
          </View>
        </Card>
      ))}
      {holidays.length < MOST && (
        <GhostButton
          sign="add"
          onPress={() => onChange({ holidays: [...holidays, { name: '', from: '', until: '' }] })}
        >
          加一个节日
        </GhostButton>
      )}
    </>
  )
}

/** Saturdays and Sundays that are worked instead. */
export function Workdays({ year, form: { workdays }, onChange, problems }: Props) {
  return (
    <Card>
      <View className="stack">
        <Text className="strong">周末要上班的日子（调休）</Text>
        {workdays.map((day, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be empty at once
          <View key={n} className="material">
            <View className="grow">
              <DateField
                id={`workday-${n}`}
                label={`第 ${n + 1} 天`}
                value={day}
                {...within(year)}
                onChange={(chosen) =>
                  onChange({ workdays: workdays.map((each, at) => (at === n ? chosen : each)) })
                }
                error={problems[`workdays.${n}`]}
              />
            </View>
            <SmallAct
              sign="remove"
              danger
              onPress={() => onChange({ workdays: workdays.filter((_, at) => at !== n) })}
            >
              去掉
            </SmallAct>
          </View>
        ))}
        {workdays.length < MOST && (
          <GhostButton sign="add" onPress={() => onChange({ workdays: [...workdays, ''] })}>
            加一天
          </GhostButton>
        )}
      </View>
    </Card>
  )
}
