import { usePages } from '../../../cloud/use-load'
import { ListState } from '../../../components'
import { PersonRow } from './person-row'

/** Who is called so, or has such a phone. */
export function Found({ words }: { words: string }) {
  const found = usePages('registry.search', { kind: 'person', words }, ({ people }) => people ?? [])
  return (
    <ListState
      of={found}
      empty={found.rows.length === 0 && !found.more}
      emptyText="您负责的村里没有找到这个人。换个写法再找，或者请县科技局登记。"
      picture="informant"
      more={found.more}
    >
      {found.rows.map(({ place, ...person }) => (
        <PersonRow key={person.personId} person={{ ...person, villageName: place }} />
      ))}
    </ListState>
  )
}
