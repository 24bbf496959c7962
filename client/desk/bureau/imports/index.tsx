import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ImportKind, ImportProgress } from '../../../../contract/import'
import { call } from '../../../cloud/call'
import { useKnownMe } from '../../../cloud/me'
import { takeAway } from '../../../cloud/transport'
import { usePages } from '../../../cloud/use-load'
import {
  Bar,
  Card,
  Choice,
  GhostButton,
  ListState,
  MainButton,
  Notice,
  Screen,
  Status,
} from '../../../components'
import { say } from '../../../dialog'
import { go } from '../../../go'
import { has } from '../../../roles'
import { ExportButton } from '../../export-button'
import './imports.scss'
import { useSending } from './use-sending'
import { countsInWords, KIND_NAMES, KIND_NOTES, standingOf, whenAndWho } from './words'

/** Bringing a table in: what of, its empty template, and what was brought before. */
export default function Imports() {
  const [kind, setKind] = useState<ImportKind>()
  const bureau = has(useKnownMe(), 'bureau')
  const imports = usePages('import.list', {}, ({ imports }) => imports)
  const { sending, send, clear } = useSending(kind ?? 'people')
  const choose = (next: ImportKind) => {
    clear()
    setKind(next)
  }
  const press = () => (kind ? send() : say('请先在上面点一下要导入什么。'))
  const template = async () => {
    if (!kind) return
    const { url, name } = await call('import.template', { kind })
    await takeAway(url, name)
  }
  return (
    <Screen
      wide
      bar={<MainButton onPress={press}>选填好的表格</MainButton>}
      barNote="先核对给您看，您确认了才写进登记册"
    >
      <View className="card import-stack import-first">
        <Choice label="要导入什么" names={KIND_NAMES} value={kind} onChange={choose} />
        {kind && (
          <>
            <Text className="quiet">{KIND_NOTES[kind]}</Text>
            <GhostButton sign="download" onPress={template}>
              {`下载${KIND_NAMES[kind]}的空表格`}
            </GhostButton>
            <Text className="quiet">一次最多 1 万行，文件不超过 5 MB。</Text>
          </>
        )}
        {sending.percent !== undefined && (
          <View className="import-sending">
            <Text>
              {sending.percent < 100 ? `正在上传，到了 ${sending.percent}%` : '传好了，正在读表格…'}
            </Text>
            <Bar part={sending.percent / 100} />
          </View>
        )}
        {sending.refused && (
          <Notice kind="urgent">{`${sending.refused.name}：${sending.refused.sentence}`}</Notice>
        )}
      </View>
      <View className="card import-stack import-first">
        <Text className="strong">导出</Text>
        <Text className="quiet">人员、农户、专家、分红、操作记录，在各自那一页按“导出 Excel”。</Text>
        {bureau && (
          <ExportButton operation="export.questions" input={{}}>
            把所有咨询导出 Excel
          </ExportButton>
        )}
      </View>
      <Text className="section">以前导入的</Text>
      <ListState
        of={imports}
        empty={imports.rows.length === 0}
        emptyText="还没有导入过。导入过的表格会列在这里，可以看结果，也可以撤销。"
        more={imports.more}
      >
        {imports.rows.map((each) => (
          <Line key={each.importId} of={each} />
        ))}
      </ListState>
    </Screen>
  )
}

function Line({ of }: { of: ImportProgress }) {
  const { kind, words } = standingOf(of)
  return (
    <Card onPress={() => go(`/desk/bureau/imports/one/index?id=${of.importId}`)}>
      <View className="grow">
        <View className="import-line">
          <Text className="strong">{KIND_NAMES[of.kind]}</Text>
          <Status kind={kind}>{words}</Status>
        </View>
        <View className="quiet">{countsInWords(of.counts)}</View>
        <View className="quiet">{whenAndWho(of, Date.now())}</View>
      </View>
    </Card>
  )
}
