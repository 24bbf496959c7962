import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { usePages } from '../../../cloud/use-load'
import { Card, ListState, Screen } from '../../../components'
import { ExportButton } from '../../export-button'
import { AuditFilters, type Filters, NONE } from './filters'
import { lineWords } from './words'

/** Who did or looked at what. `?about=…&name=…`: about somebody. */
export default function Audit() {
  const { about, name = '' } = useRouter().params
  const [filters, filter] = useState<Filters>(
    about ? { ...NONE, about: { personId: about, name: decodeURIComponent(name) } } : NONE,
  )
  const list = usePages('audit.search', inputOf(filters), ({ entries }) => entries)
  const now = Date.now()
  return (
    <Screen wide>
      <AuditFilters value={filters} onChange={filter} />
      <ExportButton operation="export.audit" input={inputOf(filters)}>
        把这些记录导出 Excel
      </ExportButton>
      <ListState
        of={list}
        empty={list.rows.length === 0}
        emptyText="没有这样的记录。少选一两样再找。"
        picture="bureau"
        more={list.more}
      >
        {list.rows.map((line) => (
          <Card key={line.id}>
            <View>{lineWords(line, now)}</View>
            {line.reason && <View className="quiet">{`原因：${line.reason}`}</View>}
          </Card>
        ))}
      </ListState>
    </Screen>
  )
}

const inputOf = ({ who, about, operation, from, to }: Filters) => ({
  ...(who ? { who: who.personId } : {}),
  ...(about ? { about: about.personId } : {}),
  ...(operation ? { operation } : {}),
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
})
