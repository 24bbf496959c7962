import { birthdayOf } from '../../../../contract/identity-number'
import type { ImportKind } from '../../../../contract/import'
import { HEAD } from '../../../../contract/registry'
import { dayOf } from '../../../../contract/time'
import { inScope, type Places, townshipsOf, type Village, villageOf } from '../places'
import type { ValuesOf } from './column'
import type { COLUMNS } from './columns'

/** The values of a kind's row as its cells were read. */
export type Read<K extends ImportKind> = ValuesOf<(typeof COLUMNS)[K]>

/** What is wrong with a value in the light of the others; `key` says in which column. */
export interface Wrong {
  key?: string
  sentence: string
}

interface Checked {
  wrong: Wrong[]
  /** The village a row names. */
  village?: Village
  townships?: string[]
}

/** Year of birth and number agree. That one of them is needed is said of who is not registered yet (person.ts). */
function born({ identity, birthYear }: { identity?: string; birthYear?: number }): Wrong[] {
  if (identity === undefined || birthYear === undefined) return []
  const year = Number(birthdayOf(identity).slice(0, 4))
  return birthYear === year
    ? []
    : [{ key: 'birthYear', sentence: `身份证号里的出生年份是 ${year} 年，和这里不一样。请核对。` }]
}

function related({ name, headName, relation }: Read<'people'>): Wrong[] {
  if (!name || !headName || !relation) return []
  if (relation === HEAD && name !== headName)
    return [{ key: 'relation', sentence: '“与户主关系”是户主，姓名却和“户主姓名”不一样。请核对。' }]
  return relation !== HEAD && name === headName
    ? [{ key: 'relation', sentence: '姓名和“户主姓名”一样，“与户主关系”就要填户主。' }]
    : []
}

function coded(
  { code }: Read<'villages'>,
  { scopes, townships }: Places,
  others: ReadonlySet<string>,
): Wrong[] {
  if (!code) return []
  if (!inScope(scopes, code)) return [{ key: 'code', sentence: '这个编码不是本县的。请对照区划代码核对。' }]
  const township = code.slice(0, 9)
  return code.length === 9 || others.has(township) || townships.some((each) => each.code === township)
    ? []
    : [{ key: 'code', sentence: `编码前 9 位是乡镇 ${township}，还没有这个乡镇。请在表里加上它那一行。` }]
}

/**
 * What can be said of a row without asking the database for people: pure. `codes`: the townships the same file brings.
 */
export function check(
  kind: ImportKind,
  values: Record<string, unknown>,
  { places, codes, now }: { places: Places; codes: ReadonlySet<string>; now: Date },
): Checked {
  const row = values as Read<'people'> & Read<'informants'> & Read<'experts'> & Read<'villages'>
  const wrong: Wrong[] = []
  const checked: Checked = { wrong }
  if (typeof row.village === 'string') {
    const read = villageOf(row.village, places)
    if ('wrong' in read) wrong.push({ key: 'village', sentence: read.wrong })
    else checked.village = read.value
  }
  if (kind === 'villages') wrong.push(...coded(row, places, codes))
  wrong.push(...born(row))
  if (kind === 'people') wrong.push(...related(row))
  if (kind === 'informants' && row.until !== undefined && row.until < dayOf(now))
    wrong.push({ key: 'until', sentence: '这一天已经过去了。请填以后的日期，或者空着。' })
  if (kind === 'experts' && row.townships !== undefined) {
    const read = townshipsOf(String(row.townships), places)
    if ('wrong' in read) wrong.push({ key: 'townships', sentence: read.wrong })
    else checked.townships = read.value
  }
  return checked
}

/** By which two rows of one file are the same thing, each with the column that says so. */
export function sameness(
  kind: ImportKind,
  values: Record<string, unknown>,
  village: Village | undefined,
): { key: string; of: string }[] {
  const { identity, code, name, headName, address = '', phone, number } = values as Record<string, string>
  const at = village?.code ?? ''
  const found: { key: string; of: string }[] = []
  const add = (key: string, ...parts: (string | undefined)[]) => {
    if (parts.every((part) => part !== undefined)) found.push({ key, of: `${key}/${parts.join('/')}` })
  }
  add('identity', identity)
  if (kind === 'villages') add('code', code)
  if (kind === 'households') add('headName', at, headName, address)
  if (kind === 'people') add('name', at, headName, name)
  if (kind === 'informants') add('name', at, name)
  if (kind === 'experts') add('phone', phone)
  if (kind === 'contracts') add('number', number)
  return found
}
