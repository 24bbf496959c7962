import { Text, View } from '@tarojs/components'
import type { PersonKind } from '../../../contract/training'
import { Card, Choice, Field, GhostButton } from '../../components'
import type { ReserveForm } from './form'
import { freshId } from './fresh-id'
import { MomentField } from './moment-field'
import { PlacesField } from './places-field'
import { SmallAct } from './small-act'
import type { Problems, QuotaForm } from './told'
import { PEOPLE_NAMES } from './words'

interface Props {
  form: QuotaForm
  onChange: (part: Partial<QuotaForm>) => void
  problems: Problems
}

/** How many can come: in all, of a village, of a township, kept for somebody, and until when. */
export function QuotaFields({ form, onChange, problems }: Props) {
  const { reserved } = form
  const limited = Boolean(
    form.seatsPerVillage || form.seatsPerTownship || reserved.length > 0 || form.release.day,
  )
  const changeReserve = (n: number, part: Partial<ReserveForm>) =>
    onChange({ reserved: reserved.map((each, at) => (at === n ? { ...each, ...part } : each)) })
  return (
    <>
      <Card>
        <View className="stack">
          <Field
            id="seats-all"
            label="一共多少个名额"
            hint="比如 40"
            max={4}
            value={form.seats}
            onChange={(seats) => onChange({ seats })}
            error={problems.seats}
          />
          <Field
            id="seats-village"
            label="每个村最多几个（不限就空着）"
            hint="不限"
            max={4}
            value={form.seatsPerVillage}
            onChange={(seatsPerVillage) => onChange({ seatsPerVillage })}
            error={problems.seatsPerVillage}
          />
          <Field
            id="seats-township"
            label="每个乡镇最多几个（不限就空着）"
            hint="不限"
            max={4}
            value={form.seatsPerTownship}
            onChange={(seatsPerTownship) => onChange({ seatsPerTownship })}
            error={problems.seatsPerTownship}
          />
          {limited && (
            <MomentField
              id="release"
              label="哪天起，没用完的大家都能报"
              value={form.release}
              onChange={(release) => onChange({ release })}
              error={problems.releaseAt}
            />
          )}
        </View>
      </Card>
      {reserved.map((reserve, n) => (
        <Reserve
          key={reserve.id}
          n={n}
          reserve={reserve}
          onChange={(part) => changeReserve(n, part)}
          onRemove={() => onChange({ reserved: reserved.filter((_, at) => at !== n) })}
          problems={problems}
        />
      ))}
      {problems.reserved && <Text className="field-error">{problems.reserved}</Text>}
      {reserved.length < 5 && (
        <GhostButton
          sign="add"
          onPress={() =>
            onChange({ reserved: [...reserved, { id: freshId('r'), name: '', seats: '', places: [] }] })
          }
        >
          给一部分人留名额
        </GhostButton>
      )}
    </>
  )
}

const ANYBODY = { any: '不分', ...PEOPLE_NAMES }

interface ReserveProps {
  n: number
  reserve: ReserveForm
  onChange: (part: Partial<ReserveForm>) => void
  onRemove: () => void
  problems: Problems
}

function Reserve({ n, reserve, onChange, onRemove, problems }: ReserveProps) {
  const problem = (field: string) => problems[`reserved.${n}.${field}`]
  const choose = (key: PersonKind | 'any') => onChange({ people: key === 'any' ? undefined : key })
  return (
    <Card>
      <View className="stack">
        <View className="head-row">
          <Text className="strong">留的名额</Text>
          <SmallAct sign="remove" danger onPress={onRemove}>
            去掉
          </SmallAct>
        </View>
        <Field
          id={`reserve-name-${n}`}
          label="叫什么"
          hint="比如：优先安排的农户"
          max={20}
          value={reserve.name}
          onChange={(name) => onChange({ name })}
          error={problem('name')}
        />
        <Field
          id={`reserve-seats-${n}`}
          label="留几个"
          hint="比如 5"
          max={4}
          value={reserve.seats}
          onChange={(seats) => onChange({ seats })}
          error={problem('seats')}
        />
        <Choice
          label="留给什么人"
          names={ANYBODY}
          value={reserve.people ?? 'any'}
          onChange={choose}
          error={problem('people')}
        />
        <PlacesField
          label="留给哪些地方"
          asked={`reserve-${reserve.id}`}
          value={reserve.places}
          hint="不分，点这里选"
          onChange={(places) => onChange({ places })}
          error={problem('regions')}
        />
      </View>
    </Card>
  )
}
