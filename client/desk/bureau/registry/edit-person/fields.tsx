import { Choice, Field, Notice } from '../../../../components'
import { RELATION_NAMES } from '../words'
import type { PersonForm } from './person-form'

interface Props {
  form: PersonForm
  onChange: (part: Partial<PersonForm>) => void
  problems: Record<string, string>
  /** The head of a household: how the others stand to them is asked, not the reverse. */
  head?: boolean
  /** Whether how they stand to a head is asked at all. */
  relation?: boolean
}

/** Name, year of birth, phone, relation: what the desk types of somebody. */
export function PersonFields({ form, onChange, problems, head = false, relation = true }: Props) {
  const known = form.relation && !(form.relation in RELATION_NAMES) ? { [form.relation]: form.relation } : {}
  return (
    <>
      <Field
        id="person-name"
        label="姓名"
        hint="身份证上的名字"
        max={40}
        value={form.name}
        onChange={(name) => onChange({ name })}
        error={problems.name}
      />
      <Field
        id="person-year"
        label="哪年生的"
        hint="四位数字，比如 1968"
        max={10}
        value={form.birthYear}
        onChange={(birthYear) => onChange({ birthYear })}
        error={problems.birthYear}
      />
      <Field
        id="person-phone"
        label="手机号（没有就空着）"
        hint="11 位数字"
        max={20}
        value={form.phone}
        onChange={(phone) => onChange({ phone })}
        error={problems.phone}
      />
      {head ? (
        <Notice kind="plain">是户主。换户主请在户里办。</Notice>
      ) : (
        relation && (
          <Choice
            label="是户主的什么人"
            names={{ ...known, ...RELATION_NAMES }}
            value={form.relation || undefined}
            onChange={(chosen) => onChange({ relation: chosen })}
            error={problems.relation}
          />
        )
      )}
    </>
  )
}
