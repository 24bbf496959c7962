import { Text, View } from '@tarojs/components'
import { Sign } from '../../components'
import { go } from '../../go'
import { useHanded } from '../../handed'

export interface Chosen {
  personId: string
  name: string
}

interface Props {
  label: string
  /** What the page calls the question; the person comes back under it (see handed.ts). */
  asked: string
  value: Chosen | undefined
  onChange: (person: Chosen) => void
  hint?: string
  error?: string | undefined
}

/** Somebody of the registry, found on a page of its own and never typed. */
export function PersonField({ label, asked, value, onChange, hint, error }: Props) {
  useHanded<Chosen>(asked, onChange)
  const page = `/desk/bureau/registry/choose/index?for=${asked}&what=${encodeURIComponent(label)}`
  return (
    <View className={`field${error ? ' field-wrong' : ''}`}>
      <Text className="field-label">{label}</Text>
      <View
        id={`person-${asked}`}
        className="field-box pick-box"
        hoverClass="pressed"
        onClick={() => void go(page)}
      >
        <Text className={`grow${value ? '' : ' quiet'}`}>{value?.name ?? hint ?? '点这里找人'}</Text>
        <Sign name="next" />
      </View>
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}
