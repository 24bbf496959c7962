import type { Output } from '../../contract'
import type { Typed } from './answers/answers'

export interface Person {
  personId: string
  name: string
}

/** Whom an informant enrols at once, handed on by the page where they were chosen. */
export interface Several {
  people: Person[]
  wait: boolean
}

/** By these names it is handed on, and what became of it back. */
export const SEVERAL = 'enrol-several'
export const RESULTS = 'enrol-results'
export type Results = Output<'training.enrol'>['results']
export interface Handed {
  classId: string
  results: Results
}

/** Everybody's answers, and those of who has their own. */
export interface Filled {
  all: Typed
  own: Record<string, Typed>
  asked?: Several
}

/** Who of those chosen now has answers of their own. */
export const ownOf = (people: readonly Person[], { own }: Filled): { personId: string; typed: Typed }[] =>
  people.flatMap(({ personId }) => {
    const typed = own[personId]
    return typed ? [{ personId, typed }] : []
  })
