import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { FunctionComponent } from 'react'
import type { HouseholdCard } from '../../../../contract/registry'
import { useLoad } from '../../../cloud/use-load'
import { ListState, Screen } from '../../../components'

export interface StepProps {
  card: HouseholdCard
  reload: () => Promise<void>
}

/** A page for one thing that happens to a household: its card, then the form. */
export function HouseholdStep({ form: Form }: { form: FunctionComponent<StepProps> }) {
  const householdId = useRouter().params.id ?? ''
  const found = useLoad('registry.household', { householdId })
  if (found.data) return <Form card={found.data} reload={found.reload} />
  return (
    <Screen>
      <ListState of={found} />
    </Screen>
  )
}

/** Which household it is. */
export const StepHead = ({ card: { headName, villageName } }: { card: HouseholdCard }) => (
  <Text className="heading">{`${headName} 户，${villageName}`}</Text>
)
