import type { Input } from '../../../../contract'
import type { ItemKind } from '../../../../contract/dividend'
import { type Photo, sentPhotos } from '../../../components'
import type { METHOD_NAMES } from '../../../words'
import type { Chosen } from '../chosen'

type Asked = Input<'dividend.confirm'>['items'][number]
type Method = keyof typeof METHOD_NAMES

/** What is filled in about one item, or about all chosen items of a kind. */
export interface Filled {
  /** The day it was paid, bought or given. */
  on?: string
  method?: Method
  what?: string
  photos: readonly Photo[]
}

/** The form as it is kept on the phone. */
export interface Draft {
  /** For all chosen items of a kind. */
  shared: Partial<Record<ItemKind, Filled>>
  /** Item → what is different about it. */
  own: Record<string, Filled>
  /** Item → policy number: no two households have the same. */
  policies: Record<string, string>
  /** Item → why the server did not take it. */
  failed: Record<string, string>
}
export const EMPTY: Draft = { shared: {}, own: {}, policies: {}, failed: {} }
const NOTHING: Filled = { photos: [] }

/** Field → sentence. Fields: `<kind or item>.on`, `.method`, `.photos`, `.what`, and `<item>.policy`. */
export type Problems = Record<string, string>

export const sharedOf = (draft: Draft, kind: ItemKind): Filled => draft.shared[kind] ?? NOTHING
export const filledOf = (draft: Draft, { id, kind }: Chosen): Filled => draft.own[id] ?? sharedOf(draft, kind)
/** Where a field of an item is filled in: by itself, or with the others of its kind. */
const placeOf = (draft: Draft, { id, kind }: Chosen): string => (draft.own[id] ? id : kind)

const NO_DAY: Record<ItemKind, string> = {
  dividend: '请选哪天付的',
  insurance: '请选哪天买的',
  gift: '请选哪天发的',
}
const POLICY = /^[A-Za-z0-9-]{6,32}$/

/** What is missing or wrong, so that it is said at the field before anything is sent. The server looks again. */
export function problemsOf(items: readonly Chosen[], draft: Draft): Problems {
  const problems: Problems = {}
  for (const item of items) {
    const { on, method, what, photos } = filledOf(draft, item)
    const place = placeOf(draft, item)
    const sent = sentPhotos(photos)
    if (!on) problems[`${place}.on`] = NO_DAY[item.kind]
    if ('wait' in sent) problems[`${place}.photos`] = sent.wait
    if (item.kind === 'dividend') {
      if (!method) problems[`${place}.method`] = '请选怎么给的'
      if (photos.length === 0) problems[`${place}.photos`] = '请拍一张收据照片'
    }
    if (item.kind === 'gift' && (what ?? '').trim().length < 2)
      problems[`${place}.what`] = '请写给了什么，例如：大米 20 斤、菜油 1 桶'
    if (item.kind === 'insurance' && !POLICY.test((draft.policies[item.id] ?? '').trim()))
      problems[`${item.id}.policy`] = '保单号是 6 到 32 位字母数字，请照着保单填'
  }
  return problems
}

/** One item with its own evidence, as it is sent; `problemsOf` has found nothing. */
export function askedOf(item: Chosen, draft: Draft): Asked {
  const { on = '', method = 'card', what = '', photos } = filledOf(draft, item)
  const sent = sentPhotos(photos)
  const fileIDs = 'wait' in sent ? [] : sent
  const itemId = item.id
  if (item.kind === 'dividend')
    return { itemId, evidence: { kind: 'dividend', paidOn: on, method, photos: fileIDs } }
  if (item.kind === 'gift')
    return { itemId, evidence: { kind: 'gift', givenOn: on, what: what.trim(), photos: fileIDs } }
  const policyNumber = (draft.policies[itemId] ?? '').trim()
  return { itemId, evidence: { kind: 'insurance', boughtOn: on, policyNumber, photos: fileIDs } }
}

const FIELDS: Record<string, string> = {
  paidOn: 'on',
  boughtOn: 'on',
  givenOn: 'on',
  method: 'method',
  photos: 'photos',
  what: 'what',
  policyNumber: 'policy',
}

/** The server's field errors (`items.3.evidence.policyNumber`) at the fields they are about. */
export function problemsOfRefusal(
  fields: Readonly<Record<string, string>>,
  items: readonly Chosen[],
  draft: Draft,
): Problems {
  const problems: Problems = {}
  for (const [path, sentence] of Object.entries(fields)) {
    const [, index, name = ''] = /^items\.(\d+)\.evidence\.(\w+)/.exec(path) ?? []
    const item = items[Number(index)]
    const field = FIELDS[name]
    if (!item || !field) continue
    problems[`${field === 'policy' ? item.id : placeOf(draft, item)}.${field}`] = sentence
  }
  return problems
}

/** The form after an answer: what is confirmed leaves it, what is not stays with its reason. */
export function afterAnswer(
  items: readonly Chosen[],
  draft: Draft,
  results: readonly { itemId: string; done: boolean; error?: { message: string } }[],
): { items: Chosen[]; draft: Draft } {
  const done = new Set(results.flatMap((result) => (result.done ? [result.itemId] : [])))
  const left = items.filter(({ id }) => !done.has(id))
  const failed = Object.fromEntries(
    results.flatMap(({ itemId, error }) => (error ? [[itemId, error.message]] : [])),
  )
  return { items: left, draft: left.length === 0 ? EMPTY : { ...draft, failed } }
}
