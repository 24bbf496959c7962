import { FIXED_FIELDS } from '../../../../contract/training/words'
import { asRefused, useIntent } from '../../../cloud/call'
import { say } from '../../../dialog'
import type { PlanForm, Planned } from '../form'
import { plainNames } from '../steps'
import { type Problems, planOf, problemsIn } from '../told'

const FASTER = '别人刚改过这个班。现在看到的是新的，您填的也都还在。请看一看，再按一次。'

interface Who {
  /** The class as it was loaded; a new one has none. */
  planned: Planned | undefined
  reload?: (() => Promise<void>) | undefined
  /** Shows what is wrong; answers whether anything is. */
  show: (problems: Problems) => boolean
}

/** Saves a plan. Answers the class's id, or undefined where something is in the way, which is then shown. */
export function useSaving({ planned, reload, show }: Who) {
  const save = useIntent('training.save')
  return async (form: PlanForm, coverProblem: Problems): Promise<string | undefined> => {
    if (show({ ...problemsIn(form), ...coverProblem })) return undefined
    const told = planned
      ? { classId: planned.classId, version: planned.version, plan: { ...planOf(form), ...fixedOf(planned) } }
      : { plan: planOf(form) }
    try {
      return (await save(told)).classId
    } catch (error) {
      const { code, message, fields } = asRefused(error)
      if (code === 'STALE') {
        await reload?.()
        await say(FASTER)
        return undefined
      }
      if (code === 'INVALID_INPUT' && show(plainNames(fields))) return undefined
      if (code === 'FILE_NOT_YOURS' && show({ cover: message })) return undefined
      throw error
    }
  }
}

/** What people rely on goes back exactly as it came: the form rounds times to minutes. */
function fixedOf({ phase, plan }: Planned): object {
  if (phase === 'draft') return {}
  return Object.fromEntries(FIXED_FIELDS.map((field) => [field, plan[field]]))
}
