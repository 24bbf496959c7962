import { Text, View } from '@tarojs/components'
import { choosePoint } from '../../cloud/transport'
import { Card, DateField, Field, GhostButton } from '../../components'
import { nextSession } from './dates'
import type { SessionForm } from './form'
import { farDay, TimeField } from './moment-field'
import { SmallAct } from './small-act'
import type { Problems } from './told'

interface Props {
  sessions: readonly SessionForm[]
  onChange: (sessions: SessionForm[]) => void
  /** By the names of the server: `sessions.0.startsAt`. */
  problems: Problems
}

/** The meetings of a class: a card each with day, times and place. */
export function SessionsEditor({ sessions, onChange, problems }: Props) {
  const change = (n: number, part: Partial<SessionForm>) =>
    onChange(sessions.map((session, at) => (at === n ? { ...session, ...part } : session)))
  return (
    <>
      {sessions.map((session, n) => (
        <OneSession
          // biome-ignore lint/suspicious/noArrayIndexKey: a meeting that is new has nothing else to be told by
          key={n}
          n={n}
          of={sessions.length}
          session={session}
          onChange={(part) => change(n, part)}
          onRemove={() => onChange(sessions.filter((_, at) => at !== n))}
          problems={problems}
        />
      ))}
      {problems.sessions && <Text className="field-error">{problems.sessions}</Text>}
      <GhostButton sign="add" onPress={() => onChange([...sessions, nextSession(sessions)])}>
        {sessions.length === 0 ? '加上课的时间' : '再加一次课'}
      </GhostButton>
    </>
  )
}

interface OneProps {
  n: number
  of: number
  session: SessionForm
  onChange: (part: Partial<SessionForm>) => void
  onRemove: () => void
  problems: Problems
}

function OneSession({ n, of, session, onChange, onRemove, problems }: OneProps) {
  const { day, from, until, place, point } = session
  const problem = (field: string) => problems[`sessions.${n}.${field}`]
  return (
    <Card>
      <View className="stack">
        <View className="head-row">
          <Text className="strong">{of > 1 ? `第 ${n + 1} 次课` : '上课'}</Text>
          <SmallAct sign="remove" danger onPress={onRemove}>
            去掉
          </SmallAct>
        </View>
        <DateField
          id={`session-day-${n}`}
          label="哪一天"
          value={day}
          until={farDay()}
          onChange={(chosen) => onChange({ day: chosen })}
          error={problem('startsAt')}
        />
        <View className="times">
          <TimeField
            id={`session-from-${n}`}
            label="几点上课"
            value={from}
            onChange={(time) => onChange({ from: time })}
          />
          <TimeField
            id={`session-until-${n}`}
            label="几点下课"
            value={until}
            onChange={(time) => onChange({ until: time })}
            error={problem('endsAt')}
          />
        </View>
        <Field
          id={`session-place-${n}`}
          label="在哪里"
          hint="比如：青石乡文化站二楼"
          max={40}
          value={place}
          onChange={(words) => onChange({ place: words })}
          error={problem('place')}
        />
        {choosePoint && <MapPoint point={point} onChange={onChange} error={problem('point')} />}
      </View>
    </Card>
  )
}

interface PointProps {
  point: SessionForm['point']
  onChange: (part: Partial<SessionForm>) => void
  error: string | undefined
}

/** The place on the map, for the phone's navigation; in a browser there is no map to choose on. */
function MapPoint({ point, onChange, error }: PointProps) {
  const choose = async () => {
    const chosen = await choosePoint?.()
    if (chosen) onChange({ point: { latitude: chosen.latitude, longitude: chosen.longitude } })
  }
  return (
    <View className="field">
      <GhostButton sign="place" onPress={choose}>
        {point ? '地图上标好了，重新标' : '在地图上标出来，大家能导航'}
      </GhostButton>
      {error && <Text className="field-error">地图上的位置不对，请重新标</Text>}
    </View>
  )
}
