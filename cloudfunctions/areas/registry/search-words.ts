import { pinyin } from 'pinyin-pro'

/** The parts of a name: 扎西·多吉 is looked for by either. */
const PARTS = /[·•・‧．.\s]+/

/** Looking up sounds is slow, and given names come again and again; what an import or a county needs fits. */
const known = new Map<string, string>()
const MOST_KNOWN = 20_000

function initialsOf(name: string): string {
  const found = known.get(name)
  if (found !== undefined) return found
  const options = {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    surname: 'head',
    nonZh: 'removed',
  } as const
  const initials = pinyin(name, options).join('').toLowerCase()
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(name, initials)
  return initials
}

/** "王秀英" → 王, 王秀, 王秀英. */
const beginnings = (text: string): string[] => {
  const characters = [...text]
  return characters.map((_, index) => characters.slice(0, index + 1).join(''))
}

/**
 * The words by which a search finds somebody: every beginning of the name, of each part of it and of what follows the
 * family name, the same of its pinyin initials, and the phone's last four. An index of them serves any of these by equality;
 * a name has four characters, or eight, so they are few.
 */
export function searchWords(name: string, phone?: string): string[] {
  const parts = name
    .toLowerCase()
    .split(PARTS)
    .filter((part) => part !== '')
  const given = parts.length === 1 ? [[...parts[0]!].slice(1).join('')] : parts.slice(1)
  const spoken = [parts.join(''), ...given].filter((part) => part !== '')
  const words = spoken.flatMap((part) => [...beginnings(part), ...beginnings(initialsOf(part))])
  return [...new Set(phone ? [...words, phone.slice(-4)] : words)]
}

/** What somebody typed into the search, as the words are stored; undefined where nothing can be looked for. */
export function searchWord(typed: string): string | undefined {
  const word = typed
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
  return word === '' ? undefined : word
}

const WHOLE_PHONE = /^1\d{10}$/

/** The stored word that finds what somebody typed; a whole phone number is found by its end, and is the number of who is found. */
export function lookedFor(typed: string): { word: string; phone?: string } | undefined {
  const word = searchWord(typed)
  if (word === undefined) return undefined
  return WHOLE_PHONE.test(word) ? { word: word.slice(-4), phone: word } : { word }
}

/** Everybody has this word: a list is a search for it. */
export const ANYBODY = '*'
/** What is archived is found by its words behind this mark, and by nothing else. */
const ARCHIVED = '~'

/** A word as it stands in documents that are archived, or are not. */
export const among = (word: string, archived: boolean): string => (archived ? ARCHIVED + word : word)

/** Every word somebody is found by, or a household by its head's. */
export const wordsOf = (of: { name: string; phone?: string; archived?: object }): string[] =>
  [ANYBODY, ...searchWords(of.name, of.phone)].map((word) => among(word, of.archived !== undefined))

/** Region code / id. The stroke comes before every digit, so that a region's own come before its parts'. */
export const orderOf = (region: string | undefined, id: string): string => `${region ?? ''}/${id}`
