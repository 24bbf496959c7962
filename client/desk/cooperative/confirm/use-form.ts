import { useState } from 'react'
import { asRefused, useIntent } from '../../../cloud/call'
import { useDraft } from '../../../draft'
import { type Chosen, useChosen } from '../chosen'
import {
  afterAnswer,
  askedOf,
  type Draft,
  EMPTY,
  filledOf,
  type Problems,
  problemsOf,
  problemsOfRefusal,
} from './evidence'
import type { Changes } from './kind-section'

const without = <T>(all: Record<string, T>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([each]) => each !== key))

/** The form's state, kept on the phone, and what its button does. */
export function useForm() {
  const [items, choose] = useChosen()
  const [draft, change, clear] = useDraft<Draft>('confirm-dividends', EMPTY)
  const [problems, setProblems] = useState<Problems>({})
  const confirm = useIntent('dividend.confirm')

  const changes: Changes = {
    shared: (kind, part) =>
      change((old) => ({
        shared: { ...old.shared, [kind]: { photos: [], ...old.shared[kind], ...part } },
      })),
    own: (item, part) =>
      change((old) => ({
        own: part
          ? { ...old.own, [item.id]: { ...filledOf(old, item), ...part } }
          : without(old.own, item.id),
      })),
    policy: (itemId, policyNumber) =>
      change((old) => ({ policies: { ...old.policies, [itemId]: policyNumber } })),
    remove: (itemId) => {
      change((old) => ({ own: without(old.own, itemId), failed: without(old.failed, itemId) }))
      choose(items.filter(({ id }) => id !== itemId))
    },
  }

  /** Sends what is filled in. `missing`: not sent, the fields say why; else how many went through and did not. */
  async function send(): Promise<'missing' | { done: number; failed: number }> {
    const found = problemsOf(items, draft)
    setProblems(found)
    if (Object.keys(found).length > 0) return 'missing'
    try {
      const { results } = await confirm({ items: items.map((item) => askedOf(item, draft)) })
      const after = afterAnswer(items, draft, results)
      if (after.items.length === 0) clear()
      else change(after.draft)
      choose(after.items)
      return { done: items.length - after.items.length, failed: after.items.length }
    } catch (error) {
      setProblems(problemsOfRefusal(asRefused(error).fields, items, draft))
      throw error
    }
  }
  const itemsOf = (kind: Chosen['kind']) => items.filter((item) => item.kind === kind)
  return { items, itemsOf, draft, problems, changes, send }
}
