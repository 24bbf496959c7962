import { isWithin } from '../../../contract/regions'
import type { Region } from '../registry/documents'
import type { Reading } from './cells'

/** A village as a row names it. */
export interface Village {
  code: string
  name: string
  /** "云岭县 · 青石乡 · 李家湾村" */
  place: string
}

/** The places a table can name, and which of them are the importer's. */
export interface Places {
  villages: readonly (Village & { township: string })[]
  townships: readonly { code: string; name: string }[]
  /** Region prefixes; an administrator's is the empty one, which holds everything. */
  scopes: readonly string[]
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s·•・/\\>-]+/g, '')

export const inScope = (scopes: readonly string[], code: string): boolean =>
  scopes.some((scope) => scope === '' || isWithin(scope, code))

/** Villages and townships with their names in full, from the regions as they are stored; archived ones are none. */
export function placesOf(regions: readonly Region[], scopes: readonly string[]): Places {
  const there = regions.filter(({ archived }) => !archived)
  const names = new Map(there.map(({ _id, name }) => [_id, name]))
  const nameOf = (code: string) => names.get(code) ?? ''
  return {
    scopes,
    townships: there.flatMap(({ _id, name, level }) => (level === 'township' ? [{ code: _id, name }] : [])),
    villages: there.flatMap(({ _id: code, name, level }) =>
      level !== 'village'
        ? []
        : [
            {
              code,
              name,
              township: nameOf(code.slice(0, 9)),
              place: [nameOf(code.slice(0, 6)), nameOf(code.slice(0, 9)), name].filter(Boolean).join(' · '),
            },
          ],
    ),
  }
}

/** Which village a cell means: by its code, its name, or township and name. */
export function villageOf(text: string, { villages, scopes }: Places): Reading<Village> {
  const wanted = plain(text)
  const found = villages.filter(
    ({ code, name, township, place }) =>
      wanted === code || [name, township + name, place].some((each) => plain(each) === wanted),
  )
  const shown = text.trim().slice(0, 20)
  if (found.length === 0) return { wrong: `没有“${shown}”这个村。请从模板的下拉清单里选。` }
  const [village] = found
  if (found.length > 1 || !village)
    return {
      wrong: `叫“${shown}”的村不止一个。请把乡镇写在前面，比如“${found[0]?.township} ${found[0]?.name}”。`,
    }
  if (!inScope(scopes, village.code)) return { wrong: '这个村不在您负责的范围里。请交给县里导入。' }
  const { code, name, place } = village
  return { value: { code, name, place } }
}

/** Which townships a cell means, several with 、 between. */
export function townshipsOf(text: string, { townships }: Places): Reading<string[]> {
  const codes: string[] = []
  for (const word of text.split(/[、,，;；\s]+/).filter(Boolean)) {
    const found = townships.filter(({ code, name }) => code === word || plain(name) === plain(word))
    if (found.length !== 1) return { wrong: `没有“${word.slice(0, 20)}”这个乡镇。请写全名。` }
    codes.push(found[0]!.code)
  }
  return { value: [...new Set(codes)] }
}
