import type { ImportKind, ImportProgress, ImportState, Problem } from '../../../../contract/import'
import { sayTime } from '../../../../contract/time'
import type { StatusKind } from '../../../components'

/** What can be brought in, in the order in which a new county needs it: each stands on those before. */
export const KIND_NAMES: Record<ImportKind, string> = {
  villages: '乡镇和村',
  households: '农户',
  people: '人员',
  informants: '信息员',
  experts: '专家',
  contracts: '代养协议',
}

/** What a table of a kind has to have, in a sentence. */
export const KIND_NOTES: Record<ImportKind, string> = {
  villages: '12 位的是村，9 位的是乡镇。',
  households: '一户一行，写户主。户主会一起登记。',
  people: '一人一行。户要先登记好。',
  informants: '一人一行，写他管的村。',
  experts: '一人一行。只有县里能导入。',
  contracts: '一份协议一行。户和合作社要先登记好。',
}

export const STATE_WORDS: Record<ImportState, { kind: StatusKind; words: string }> = {
  checking: { kind: 'waiting', words: '正在核对' },
  ready: { kind: 'news', words: '等您确认' },
  writing: { kind: 'waiting', words: '正在导入' },
  done: { kind: 'done', words: '导入好了' },
  undoing: { kind: 'waiting', words: '正在撤销' },
  undone: { kind: 'plain', words: '已撤销' },
}

/** States in which the phone has to call on. */
export const isRunning = ({ state }: Pick<ImportProgress, 'state'>): boolean =>
  state === 'checking' || state === 'writing' || state === 'undoing'

type Counts = ImportProgress['counts']
/** How many rows a confirmation would write. */
export const rowsToWrite = ({ counts }: { counts: Counts }): number => counts.new + counts.changed

/** How an import stands; one that has nothing to be confirmed says what to do instead. */
export function standingOf(of: Pick<ImportProgress, 'state' | 'counts'>): {
  kind: StatusKind
  words: string
} {
  if (of.state !== 'ready' || rowsToWrite(of) > 0) return STATE_WORDS[of.state]
  return of.counts.wrong > 0 ? { kind: 'urgent', words: '改好再选' } : { kind: 'plain', words: '没有变化' }
}

/** What there is of each, without what there is none of. */
export function countsInWords(counts: Counts): string {
  const parts: [string, number][] = [
    ['新增', counts.new],
    ['更新', counts.changed],
    ['没有变化', counts.same],
    ['有问题', counts.wrong],
  ]
  const there = parts.flatMap(([word, count]) => (count > 0 ? [`${word} ${count} 行`] : []))
  return there.length > 0 ? there.join('，') : `${counts.rows} 行`
}

/** "12 月 3 日 9:00，李干事" */
export const whenAndWho = ({ at, by }: Pick<ImportProgress, 'at' | 'by'>, now: number): string =>
  [sayTime(at, now), by].filter(Boolean).join('，')

export interface RowOfProblems {
  row: number
  title: string
  problems: Problem[]
}

/** Problems as one reads them beside the table: row after row; what is about the file comes first. */
export function byRow(problems: readonly Problem[]): RowOfProblems[] {
  const rows = new Map<number, Problem[]>()
  for (const problem of problems) rows.set(problem.row, [...(rows.get(problem.row) ?? []), problem])
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, some]) => ({ row, title: row === 0 ? '整张表' : `第 ${row} 行`, problems: some }))
}

/** "E 列 身份证号" */
export const placeOf = ({ column, heading }: Problem): string =>
  [column && `${column} 列`, heading].filter(Boolean).join(' ')
