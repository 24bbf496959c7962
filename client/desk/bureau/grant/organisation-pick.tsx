import { useLoad } from '../../../cloud/use-load'
import { ListState, Pick } from '../../../components'

interface Props {
  value: string | undefined
  onChange: (organisationId: string) => void
  error?: string | undefined
}

/** One of the co-ops of the region. */
export function OrganisationPick({ value, onChange, error }: Props) {
  const found = useLoad('registry.organisations', {})
  const options = (found.data?.organisations ?? []).flatMap(({ organisationId, name, kind }) =>
    kind === 'cooperative' ? [{ key: organisationId, name }] : [],
  )
  return (
    <ListState of={found} empty={options.length === 0} emptyText="还没有登记合作社。请先在人员登记里登记。">
      <Pick
        label="哪个合作社"
        options={options}
        value={value}
        onChange={onChange}
        error={error}
        id="pick-scope"
      />
    </ListState>
  )
}
