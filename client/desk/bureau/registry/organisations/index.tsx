import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OrganisationLine } from '../../../../../contract/registry'
import { useKnownMe } from '../../../../cloud/me'
import { usePages } from '../../../../cloud/use-load'
import { Card, Check, ListState, MainButton, Screen, Status } from '../../../../components'
import { go } from '../../../../go'
import { hand } from '../../../../handed'
import { has } from '../../../../roles'
import '../registry.scss'
import { KIND_NAMES, officerWords } from '../words'

const EDIT = '/desk/bureau/registry/edit-organisation/index'

/** Co-ops and companies, and who may act for each. */
export default function Organisations() {
  const [archived, setArchived] = useState(false)
  const found = usePages('registry.organisations', { archived }, ({ organisations }) => organisations)
  const changing = has(useKnownMe(), 'bureau')
  const open = (organisation: OrganisationLine) => {
    // The list knows all of it: the form needs no call of its own.
    hand('organisation-line', organisation)
    return go(`${EDIT}?id=${organisation.organisationId}`)
  }
  return (
    <Screen
      wide
      bar={
        changing && (
          <MainButton sign="add" onPress={() => go(EDIT)}>
            登记一个单位
          </MainButton>
        )
      }
    >
      <Check on={archived} onChange={setArchived}>
        只看归档了的
      </Check>
      <ListState
        of={found}
        empty={found.rows.length === 0 && !found.more}
        emptyText={archived ? '没有归档的单位。' : '还没有登记合作社和企业。'}
        picture="cooperative"
        more={found.more}
      >
        {found.rows.map((organisation) => (
          <Row
            key={organisation.organisationId}
            organisation={organisation}
            onPress={changing && !organisation.archived ? () => open(organisation) : undefined}
          />
        ))}
      </ListState>
    </Screen>
  )
}

function Row({
  organisation: { name, kind, phone, officers, archived },
  onPress,
}: {
  organisation: OrganisationLine
  onPress: (() => unknown) | undefined
}) {
  return (
    <Card onPress={onPress}>
      <View className="grow">
        <View className="strong">{name}</View>
        <View className="quiet">{[KIND_NAMES[kind], phone].filter(Boolean).join(' · ')}</View>
        <View className="quiet">{officerWords(officers)}</View>
        {archived && <Status kind="plain">{`已归档：${archived.reason}`}</Status>}
      </View>
    </Card>
  )
}
