import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../../contract'
import { beijing } from '../../../../contract/time'
import { useIntent } from '../../../cloud/call'
import { useKnownMe } from '../../../cloud/me'
import { useLoad } from '../../../cloud/use-load'
import { Card, GhostButton, ListState, MainButton, Notice, Screen, Tabs } from '../../../components'
import { done } from '../../../dialog'
import { useDraft } from '../../../draft'
import { has } from '../../../roles'
import '../desk.scss'
import { TimeField } from '../moment-field'
import { SmallAct } from '../small-act'
import { useTold } from '../use-told'
import { Holidays, Workdays } from './days'
import { formOf, holidayWords, problemsIn, type YearForm } from './year-form'

/** The working days of a year: holidays, weekends that are worked, and hours. Deadlines in working hours go by it. */
export default function WorkingCalendar() {
  const now = beijing(Date.now()).year()
  const [year, setYear] = useState(now)
  const found = useLoad('calendar.get', { year })
  const me = useKnownMe()
  const tabs = [now, now + 1].map((each) => ({ key: String(each), name: `${each} 年` }))
  const choice = <Tabs tabs={tabs} on={String(year)} onChange={(key) => setYear(Number(key))} />
  const { data } = found
  if (data?.year === year && (me === undefined || has(me, 'bureau', 'admin')))
    return (
      <YearPage key={year} data={data} reload={found.reload}>
        {choice}
      </YearPage>
    )
  return (
    <Screen wide>
      {choice}
      <ListState of={found}>{data && <OnlyLook data={data} />}</ListState>
    </Screen>
  )
}

type Year = Output<'calendar.get'>

function OnlyLook({ data: { warning, holidays, workdays } }: { data: Year }) {
  const now = Date.now()
  return (
    <>
      {warning && <Notice kind="waiting">{warning}</Notice>}
      <Card>
        <View className="stack-tight">
          {holidays.map((holiday) => (
            <Text key={holiday.from}>{holidayWords(holiday, now)}</Text>
          ))}
          <Text className="quiet">{`周末要上班的有 ${workdays.length} 天。要改请联系县科技局。`}</Text>
        </View>
      </Card>
    </>
  )
}

const owns = (field: string) => /^(holidays|workdays|hours)(\.|$)/.test(field)

function YearPage({
  data,
  reload,
  children,
}: {
  data: Year
  reload: () => Promise<void>
  children: React.ReactNode
}) {
  const { year, version, warning } = data
  const [changes, change, clear] = useDraft<Partial<YearForm>>(`calendar:${year}`, {})
  const form: YearForm = { ...formOf(data), ...changes }
  const [problems, setProblems, send] = useTold(owns, reload)
  const saving = useIntent('calendar.save')
  const press = async () => {
    const missing = problemsIn(form)
    setProblems(missing)
    if (Object.keys(missing).length > 0) return
    if (!(await send(() => saving({ year, version, ...form })))) return
    await reload()
    clear()
    await done('已保存')
  }
  return (
    <Screen
      wide
      bar={<MainButton onPress={press}>{`保存 ${year} 年的工作日历`}</MainButton>}
      barNote="已经通知出去的期限不变，以后的照新的算"
    >
      {children}
      {warning ? (
        <Notice kind="waiting">{warning}</Notice>
      ) : (
        <Notice kind="plain">
          照国务院办公厅的放假通知填。空名额留多久、咨询多久要回，都按这个算工作时间。
        </Notice>
      )}
      <Holidays year={year} form={form} onChange={change} problems={problems} />
      <Workdays year={year} form={form} onChange={change} problems={problems} />
      <Hours form={form} onChange={change} problems={problems} />
    </Screen>
  )
}

interface HoursProps {
  form: YearForm
  onChange: (part: Partial<YearForm>) => void
  problems: Record<string, string>
}

function Hours({ form: { hours }, onChange, problems }: HoursProps) {
  const set = (n: number, part: Partial<YearForm['hours'][number]>) =>
    onChange({ hours: hours.map((each, at) => (at === n ? { ...each, ...part } : each)) })
  return (
    <Card>
      <View className="stack">
        <Text className="strong">工作日几点到几点上班</Text>
        {hours.map(({ from, until }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has nothing else to be told by
          <View key={n} className="times">
            <TimeField
              label="从"
              value={from}
              onChange={(time) => set(n, { from: time })}
              error={problems[`hours.${n}.from`]}
            />
            <TimeField
              label="到"
              value={until}
              onChange={(time) => set(n, { until: time })}
              error={problems[`hours.${n}.until`]}
            />
            {hours.length > 1 && (
              <SmallAct
                sign="remove"
                danger
                onPress={() => onChange({ hours: hours.filter((_, at) => at !== n) })}
              >
                去掉
              </SmallAct>
            )}
          </View>
        ))}
        {problems.hours && <Text className="field-error">{problems.hours}</Text>}
        {hours.length < 4 && (
          <GhostButton
            sign="add"
            onPress={() => onChange({ hours: [...hours, { from: '14:00', until: '18:00' }] })}
          >
            加一段
          </GhostButton>
        )}
      </View>
    </Card>
  )
}
