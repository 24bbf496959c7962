import type { QuestionSummary } from '../../../../contract/consultation'

type State = QuestionSummary['state']

const TABS: readonly (readonly [State, string])[] = [
  ['waiting', '要我回的'],
  ['answered', '等农户的'],
  ['resolved', '已办结'],
]

/** The tabs with how many are behind each, once that is known. */
export const tabsOf = (counts: Record<State, number> | undefined): { key: State; name: string }[] =>
  TABS.map(([key, name]) => ({ key, name: counts ? `${name} ${counts[key]}` : name }))

export const EMPTY_WORDS: Record<State, string> = {
  waiting: '都回完了。有农户问您，会在这里，急的排在最前面。',
  answered: '没有在等农户的。您回复了、农户还没说管不管用的，会在这里。',
  resolved: '还没有办结的。农户说管用的，会在这里。',
}

/** Who asks, from where, and who wrote it for them. */
export const whoAsks = ({ person, askedBy }: Pick<QuestionSummary, 'person' | 'askedBy'>): string =>
  `${person.villageName} · ${person.name}${askedBy ? ` · 信息员${askedBy}代问` : ''}`
