import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { Item } from '../../../contract/dividend'
import { keep, kept } from '../../storage'

/** An item chosen for confirmation, with what its form has to say about it. */
export interface Chosen extends Pick<Item, 'id' | 'kind' | 'year' | 'dueOn' | 'amountFen'> {
  contractId: string
  headName: string
  villageName: string
}

/** One call confirms no more. */
export const MOST = 50
const NAME = 'chosen-dividends'

export const keptChosen = (): Chosen[] => kept<Chosen[]>(NAME) ?? []

/** Hands the chosen items from the list to the form: too many for a page's address. */
export const keepChosen = (items: readonly Chosen[]): void => keep(NAME, items)

/** The chosen items, as they are whenever the page is shown again: the form takes out what it confirmed. */
export function useChosen(): [Chosen[], (items: Chosen[]) => void] {
  const [items, set] = useState(keptChosen)
  useDidShow(() => set(keptChosen()))
  return [
    items,
    (next) => {
      keepChosen(next)
      set(next)
    },
  ]
}
