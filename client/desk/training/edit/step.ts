import type { PlanForm } from '../form'
import type { Problems } from '../told'

/** What each step of the form gets. */
export interface StepProps {
  form: PlanForm
  onChange: (part: Partial<PlanForm> | ((old: Partial<PlanForm>) => Partial<PlanForm>)) => void
  problems: Problems
  /** Not published yet: everything can be changed. */
  draft: boolean
}
