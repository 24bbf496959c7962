import type { Input, Output } from '../../../../../contract'
import type { Place } from '../../../../place/place'

/** What the bureau decides of an expert. */
export type ExpertForm = Pick<Input<'expert.save'>, 'title' | 'fields' | 'crops' | 'taking' | 'maxOpen'> & {
  townships: Place[]
}
/** The fields beside which something can be told. */
export const FIELDS = ['title', 'fields', 'crops', 'townships', 'maxOpen'] as const

export const EMPTY: ExpertForm = {
  title: '',
  fields: [],
  crops: [],
  townships: [],
  taking: true,
  maxOpen: 10,
}

export const formOf = ({
  title,
  fields,
  crops,
  townships,
  settings,
}: Required<Output<'expert.get'>>): ExpertForm => ({
  ...{ title, fields, crops, townships },
  taking: settings.taking,
  maxOpen: settings.maxOpen,
})

export const toldOf = ({ townships, ...form }: ExpertForm) => ({
  ...form,
  townships: townships.map(({ code }) => code),
})

const MAXES = [3, 5, 10, 15, 20, 30, 50, 100]
/** How many questions may wait, to choose from, with what is so now. */
export const MAX_OPTIONS = (now: number): { key: string; name: string }[] =>
  [...new Set([...MAXES, now])]
    .sort((a, b) => a - b)
    .map((count) => ({ key: String(count), name: `最多 ${count} 个` }))
