import { command } from './database'

/** Missing in the SDK's types, present in its code and documentation: the stages of a lookup. */
export interface Stages {
  match(filter: object): Stages
  sort(order: object): Stages
  limit(count: number): Stages
  project(fields: object): Stages
  group(groups: object): Stages
  lookup(other: object): Stages
  done(): object
}

/** What a lookup brings: a pipeline of its own, beginning with a match that an index serves. */
export const pipeline = (): Stages =>
  (command.aggregate as typeof command.aggregate & { pipeline(): Stages }).pipeline()
