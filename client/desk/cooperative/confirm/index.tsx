import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ItemKind } from '../../../../contract/dividend'
import { GhostButton, ListState, MainButton, Notice, Screen } from '../../../components'
import { done, say } from '../../../dialog'
import { goBack } from '../../../go'
import { ITEM_NAMES } from '../../../words'
import '../desk.scss'
import { confirmWords } from '../words'
import { KindSection } from './kind-section'
import { useForm } from './use-form'

/** Nothing is loaded here: the items come from the list, the rest is typed. */
const READY = { state: 'ready', reload: async () => undefined } as const

/** Evidence for the chosen items, and the confirmation itself. */
export default function Confirm() {
  const { items, itemsOf, draft, problems, changes, send } = useForm()
  const [told, setTold] = useState('')

  const press = async () => {
    const sent = await send()
    if (sent === 'missing') return say('还有没填好的，请看标红的地方。')
    if (sent.failed === 0) {
      // In this order: WeChat takes a message away with the page it was shown on.
      await goBack()
      await done(`确认好了 ${sent.done} 项`)
      return
    }
    setTold(
      `${sent.done > 0 ? `${sent.done} 项确认好了。` : ''}还有 ${sent.failed} 项没有确认，原因写在各户下面。填的都还在。`,
    )
    await Taro.pageScrollTo({ scrollTop: 0 })
  }

  return (
    <Screen
      wide
      {...(items.length > 0
        ? {
            bar: <MainButton onPress={press}>{confirmWords(items)}</MainButton>,
            barNote: '确认后不能改，写错了用冲正',
          }
        : {})}
    >
      <ListState
        of={READY}
        empty={items.length === 0}
        picture="cooperative"
        emptyText="还没有选要确认的。请回到上一页，点选哪几户。"
        emptyAction={<GhostButton onPress={goBack}>回去选</GhostButton>}
      >
        {told && <Notice kind="urgent">{told}</Notice>}
        {(Object.keys(ITEM_NAMES) as ItemKind[]).map((kind) =>
          itemsOf(kind).length > 0 ? (
            <KindSection
              key={kind}
              kind={kind}
              items={itemsOf(kind)}
              draft={draft}
              problems={problems}
              changes={changes}
            />
          ) : null,
        )}
      </ListState>
    </Screen>
  )
}
