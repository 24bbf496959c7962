import { useEffect, useRef, useState } from 'react'
import type { Item } from '../../../../contract/dividend'
import { beijing } from '../../../../contract/time'
import { usePages } from '../../../cloud/use-load'
import { ListState, MainButton, Screen, Tabs } from '../../../components'
import { say } from '../../../dialog'
import { go } from '../../../go'
import { ExportButton } from '../../export-button'
import { type Chosen, MOST, useChosen } from '../chosen'
import '../desk.scss'
import { nextWords, stillDue, toggled } from '../words'
import { ChooseKinds } from './choose-kinds'
import { type Household, HouseholdCard } from './household-card'
import { Totals } from './totals'

const EMPTY = {
  due: '这一年没有要确认的了。',
  confirmed: '还没有确认过的。确认了的会列在这里。',
  disputed: '没有农户说没收到。有人说没收到，会列在这里。',
}

/** What a co-op owes in a year; the bureau looks on. */
export default function Due() {
  const thisYear = beijing(Date.now()).year()
  const [year, setYear] = useState(thisYear)
  const [state, setState] = useState<Item['state']>('due')
  const due = usePages('dividend.due', { year, state }, ({ households }) => households)
  const [chosen, choose] = useChosen()
  // Another tab has the same totals: they stay in sight while its list comes.
  const last = useRef(due.data)
  if (due.data) last.current = due.data
  const known = last.current?.year === year ? last.current : undefined
  const complete = due.more === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks at the choice only when a list has come
  useEffect(() => {
    if (!due.data || state !== 'due') return
    const left = stillDue(chosen, { year, households: due.rows, complete })
    if (left.length < chosen.length) choose(left)
  }, [due.data, due.rows.length])
  const choosing = known?.mayConfirm === true && state === 'due'

  const toggle = (items: Chosen[]) => {
    const next = toggled(chosen, items)
    choose(next.chosen)
    if (next.full) return say(`一次最多确认 ${MOST} 项。先把选好的确认了，再选别的。`)
  }
  const next = () =>
    chosen.length === 0 ? say('先在上面点选要确认的，再按这里。') : go('/desk/cooperative/confirm/index')
  const count = (which: Item['state']) => (known ? ` ${known.totals.items[which]}` : '')

  return (
    <Screen
      wide
      {...(choosing && (due.rows.length > 0 || chosen.length > 0)
        ? { bar: <MainButton onPress={next}>{nextWords(chosen)}</MainButton>, barNote: '下一步填日期和凭据' }
        : {})}
    >
      <Tabs
        tabs={[thisYear, thisYear - 1].map((each) => ({ key: String(each), name: `${each} 年` }))}
        on={String(year)}
        onChange={(key) => setYear(Number(key))}
      />
      {known && <Totals totals={known.totals} mayConfirm={known.mayConfirm} />}
      {known && (
        <Tabs
          tabs={[
            { key: 'due', name: `待确认${count('due')}` },
            { key: 'confirmed', name: `已确认${count('confirmed')}` },
            { key: 'disputed', name: `有异议${count('disputed')}` },
          ]}
          on={state}
          onChange={setState}
        />
      )}
      {known && <ExportButton operation="export.dividendItems" input={{ year, state }} />}
      <ListState
        of={due}
        empty={due.rows.length === 0}
        emptyText={EMPTY[state]}
        picture="cooperative"
        more={due.more}
      >
        {choosing && <ChooseKinds households={due.rows} chosen={chosen} onToggle={toggle} />}
        {due.rows.map((household: Household) => (
          <HouseholdCard
            key={household.contractId}
            household={household}
            bureau={known?.mayConfirm === false}
            chosen={choosing ? chosen : undefined}
            onToggle={toggle}
          />
        ))}
      </ListState>
    </Screen>
  )
}
