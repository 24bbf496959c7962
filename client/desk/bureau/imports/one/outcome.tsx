import { View } from '@tarojs/components'
import type { ImportProgress } from '../../../../../contract/import'
import { Notice } from '../../../../components'
import { rowsToWrite } from '../words'

/** What there is, in figures, and what it means, in a sentence. */
export function Outcome({ of }: { of: ImportProgress }) {
  const { counts, state } = of
  const figures: [string, number][] =
    state === 'undone'
      ? [
          ['撤销了', counts.undone],
          ['没有撤销', counts.kept],
        ]
      : state === 'done'
        ? [
            ['写好了', counts.written],
            ['没有变化', counts.same],
            ['没有导入', counts.wrong + counts.refused],
          ]
        : [
            ['新增', counts.new],
            ['更新', counts.changed],
            ['没有变化', counts.same],
            ['有问题', counts.wrong],
          ]
  const bad = ['有问题', '没有导入', '没有撤销']
  return (
    <>
      <View className="import-counts">
        {figures.map(([name, count]) => (
          <View
            key={name}
            className={`import-count${count > 0 && bad.includes(name) ? ' import-count-wrong' : ''}`}
          >
            <View className="import-count-name">{name}</View>
            <View className="strong">{`${count} 行`}</View>
          </View>
        ))}
      </View>
      <Sentence of={of} />
    </>
  )
}

function Sentence({ of }: { of: ImportProgress }) {
  const { counts, state } = of
  if (state === 'undone')
    return counts.kept > 0 ? (
      <Notice kind="waiting">
        {`有 ${counts.kept} 行导入以后有人改过或者用过，没有动，名单在下面。如果是后来导入的表格用到了它们，先撤销那一次，再回来撤销一次。`}
      </Notice>
    ) : (
      <Notice kind="done">都撤销了。登记册和导入以前一样。</Notice>
    )
  if (state === 'done')
    return counts.refused > 0 ? (
      <Notice kind="waiting">{`有 ${counts.refused} 行没有写进去，原因在下面。改好表格可以再导入一次，已经写好的不会重复。`}</Notice>
    ) : (
      <Notice kind="done">都写进登记册了。</Notice>
    )
  if (rowsToWrite(of) === 0)
    return counts.wrong > 0 ? (
      <Notice kind="urgent">没有一行能导入。请照下面说的改好表格，再选一次。</Notice>
    ) : (
      <Notice kind="done">和登记册里的一样，不用再导入。</Notice>
    )
  return counts.wrong > 0 ? (
    <Notice kind="waiting">有问题的行写在下面。可以先导入没问题的，也可以改好表格再选一次。</Notice>
  ) : (
    <Notice kind="done">没有发现问题，可以导入。</Notice>
  )
}
