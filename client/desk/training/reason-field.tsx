import { Choice, Field } from '../../components'

interface Props {
  label: string
  reasons: readonly string[]
  value: string
  onChange: (reason: string) => void
  error: string | undefined
}

/** Why: one of the usual reasons by a tap, or in one's own words. Everybody it concerns reads it. */
export function ReasonField({ label, reasons, value, onChange, error }: Props) {
  return (
    <>
      <Choice
        label={label}
        names={Object.fromEntries(reasons.map((each) => [each, each]))}
        value={value}
        onChange={onChange}
      />
      <Field
        id="reason"
        label="原因，也可以自己写（大家会看到）"
        max={100}
        value={value}
        onChange={onChange}
        error={error}
      />
    </>
  )
}

/** What is wrong with a reason before it is sent. */
export const reasonProblem = (reason: string): { reason?: string } =>
  reason.trim().length < 2 ? { reason: '请点一下原因，或者写几个字' } : {}
