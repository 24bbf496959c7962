import { Input, Text, Textarea, View } from '@tarojs/components'

interface Props {
  label?: string
  value: string
  onChange: (value: string) => void
  /** What is wrong with it, told under it. */
  error?: string | undefined
  hint?: string
  /** Several lines. */
  long?: boolean
  max?: number
  /** Only digits, or a number with a point: the phone shows those keys. */
  digits?: boolean | 'point'
  /** For tests and for the page's own words: `#field-…`. */
  id?: string
}

/** One thing to fill in, with its name above and what is wrong below. */
export function Field({ label, value, onChange, error, hint, long, max = 1000, digits, id }: Props) {
  const shared = {
    ...(id ? { id } : {}),
    value,
    maxlength: max,
    ...(hint ? { placeholder: hint } : {}),
    // The placeholder's own grey is too pale for old eyes.
    placeholderStyle: 'color:#55615A',
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
  }
  return (
    <View className={`field${error ? ' field-wrong' : ''}`}>
      {label && <Text className="field-label">{label}</Text>}
      {long ? (
        <Textarea {...shared} className="field-box field-text" />
      ) : (
        <Input
          {...shared}
          {...(digits ? { type: digits === 'point' ? 'digit' : 'number' } : {})}
          className="field-box"
        />
      )}
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}
