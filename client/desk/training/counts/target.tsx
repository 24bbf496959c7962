import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asRefused, useIntent } from '../../../cloud/call'
import { Bar, Card, Field, GhostButton, MainButton } from '../../../components'
import { done } from '../../../dialog'
import { useDraft } from '../../../draft'
import { type Counted, grouped, percentWords, progressWords, targetOf } from './words'

/** How the year stands, and what it is meant to reach: said, drawn, and set by the bureau. */
export function Target({ data, reload }: { data: Counted; reload: () => Promise<void> }) {
  const { year, regionName, total, target } = data
  const [setting, set] = useState(false)
  return (
    <Card>
      <View className="stack">
        <View className="quiet">{`${regionName} · ${year} 年`}</View>
        <View className="heading">{`已有 ${grouped(total)} 人次`}</View>
        {target !== undefined && (
          <>
            <Bar part={total / target} />
            <Text className="strong">{percentWords(total, target)}</Text>
          </>
        )}
        <Text>{progressWords(data)}</Text>
        {setting ? (
          <TargetField
            data={data}
            onSet={async () => {
              await reload()
              set(false)
              await done('记下了')
            }}
          />
        ) : (
          <GhostButton sign="edit" onPress={() => set(true)}>
            {target === undefined ? '定目标' : '改目标'}
          </GhostButton>
        )}
      </View>
    </Card>
  )
}

function TargetField({ data, onSet }: { data: Counted; onSet: () => Promise<void> }) {
  const { year, region, target } = data
  const [{ typed }, change, clear] = useDraft(`target:${region}:${year}`, {
    typed: target === undefined ? '' : String(target),
  })
  const [problem, tell] = useState<string>()
  const setting = useIntent('training.setTarget')
  const press = async () => {
    const wanted = targetOf(typed)
    tell('problem' in wanted ? wanted.problem : undefined)
    if ('problem' in wanted) return
    try {
      await setting({ year, region, ...wanted })
    } catch (error) {
      const { code, fields } = asRefused(error)
      if (code !== 'INVALID_INPUT' || !fields.attendances) throw error
      return tell(fields.attendances)
    }
    clear()
    await onSet()
  }
  return (
    <>
      <Field
        id="target"
        label={`${year} 年要办到多少人次`}
        hint="比如 6000"
        value={typed}
        onChange={(words) => change({ typed: words })}
        error={problem}
        max={12}
        digits
      />
      <Text className="quiet">填 0 就是不定目标。</Text>
      <MainButton onPress={press}>保存目标</MainButton>
    </>
  )
}
