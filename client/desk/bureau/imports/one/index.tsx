import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { ImportProgress } from '../../../../../contract/import'
import { Bar, GhostButton, ListState, MainButton, Notice, Screen, Status } from '../../../../components'
import { confirm } from '../../../../dialog'
import { goBack } from '../../../../go'
import '../imports.scss'
import { byRow, KIND_NAMES, rowsToWrite, standingOf, whenAndWho } from '../words'
import { Outcome } from './outcome'
import { ProblemRow } from './problem-row'
import { useImport } from './use-import'

const RUNNING: Partial<Record<ImportProgress['state'], string>> = {
  checking: '正在和登记册核对',
  writing: '正在写进登记册',
  undoing: '正在撤销',
}

/** One table: what was found in it, the confirmation, how far it is, and taking it back. */
export default function Import() {
  const { id = '' } = useRouter().params
  const { problems, at, running, stopped, goOn, start } = useImport(id)
  const rows = byRow(problems.rows)
  const undo = async () => {
    const sure = await confirm(
      at?.state === 'undone' ? '再撤销一次？' : '撤销这次导入？',
      '这次新增的会撤掉，更新的会改回原样。导入以后有人改过的，会留着不动。',
      '撤销',
    )
    if (sure) await start('undo')
  }
  return (
    <Screen wide {...barOf(at, running, () => start('confirm'))}>
      <ListState of={problems} more={problems.more}>
        {at && (
          <>
            <View className="card import-stack import-first">
              <View className="import-line">
                <Text className="heading">{`导入${KIND_NAMES[at.kind]}`}</Text>
                <Status kind={standingOf(at).kind}>{standingOf(at).words}</Status>
              </View>
              <View className="quiet">{whenAndWho(at, Date.now())}</View>
              {RUNNING[at.state] ? (
                <View className="import-sending">
                  <Text>{`${RUNNING[at.state]}：${at.done} / ${at.total} 行`}</Text>
                  <Bar part={at.total > 0 ? at.done / at.total : 0} />
                  <Text className="quiet">可以离开这一页。回来再打开，会从这里接着做。</Text>
                </View>
              ) : (
                <Outcome of={at} />
              )}
              {stopped && (
                <>
                  <Notice kind="urgent">{`停在这里了。${stopped.message}`}</Notice>
                  <GhostButton sign="again" onPress={goOn}>
                    接着做
                  </GhostButton>
                </>
              )}
              {at.mayUndo && (
                <GhostButton tone="danger" onPress={undo}>
                  {at.state === 'undone' ? '再撤销一次' : '撤销这次导入'}
                </GhostButton>
              )}
              {at.state === 'ready' && rowsToWrite(at) === 0 && (
                <GhostButton onPress={goBack}>改好表格，重新选</GhostButton>
              )}
            </View>
            {rows.length > 0 && !running && <Text className="section">{headingOf(at)}</Text>}
            {!running && rows.map((row) => <ProblemRow key={row.row} of={row} />)}
          </>
        )}
      </ListState>
    </Screen>
  )
}

const headingOf = ({ state }: ImportProgress): string =>
  state === 'undone' ? '这些没有撤销' : '对照表格看一看'

/** The one thing to do: to confirm, while there is something to write. */
function barOf(
  at: ImportProgress | undefined,
  running: boolean,
  onPress: () => Promise<void>,
): { bar?: ReactNode; barNote?: string } {
  if (!at || running || at.state !== 'ready' || rowsToWrite(at) === 0) return {}
  return {
    bar: <MainButton onPress={onPress}>{`导入 ${rowsToWrite(at)} 行`}</MainButton>,
    barNote: at.counts.wrong > 0 ? `有问题的 ${at.counts.wrong} 行不会导入` : '导入以后还可以撤销',
  }
}
