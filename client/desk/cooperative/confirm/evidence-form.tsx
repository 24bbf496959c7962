import { Text } from '@tarojs/components'
import type { ItemKind } from '../../../../contract/dividend'
import { Choice, DateField, Field, PhotoPicker, usePhotos } from '../../../components'
import { METHOD_NAMES } from '../../../words'
import type { Filled, Problems } from './evidence'

interface Props {
  kind: ItemKind
  /** What its fields are called in `problems`: the kind, or the item. */
  place: string
  filled: Filled
  problems: Problems
  onChange: (part: Partial<Filled>) => void
}

const WHEN: Record<ItemKind, string> = { dividend: '哪天付的', insurance: '哪天买的', gift: '哪天发的' }

/** What proves an item of a kind; the policy number is each household's own and stands beside its name. */
export function EvidenceForm({ kind, place, filled, problems, onChange }: Props) {
  const photos = usePhotos({ photos: filled.photos, keep: (kept) => onChange({ photos: kept }) })
  return (
    <>
      <DateField
        label={WHEN[kind]}
        value={filled.on ?? ''}
        error={problems[`${place}.on`]}
        onChange={(on) => onChange({ on })}
      />
      {kind === 'dividend' && (
        <Choice
          label="怎么给的"
          names={METHOD_NAMES}
          value={filled.method}
          error={problems[`${place}.method`]}
          onChange={(method) => onChange({ method })}
        />
      )}
      {kind === 'gift' && (
        <Field
          label="发了什么"
          hint="如：大米 20 斤"
          max={60}
          value={filled.what ?? ''}
          error={problems[`${place}.what`]}
          onChange={(what) => onChange({ what })}
        />
      )}
      <PhotoPicker of={photos} max={3}>
        {kind === 'dividend' ? '拍收据' : '拍照片（可以不拍）'}
      </PhotoPicker>
      {problems[`${place}.photos`] && <Text className="field-error">{problems[`${place}.photos`]}</Text>}
    </>
  )
}
