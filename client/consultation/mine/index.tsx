import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Me } from '../../../contract/identity'
import { cachedMe, loadMe } from '../../cloud/me'
import { usePages } from '../../cloud/use-load'
import { ListState, MainButton, Screen } from '../../components'
import { go } from '../../go'
import { has } from '../../roles'
import { mayAsk } from '../instead'
import { NotForYou } from '../not-for-you'
import { QuestionRow } from '../question-row'

/** My questions; for who may not ask, what they can do instead. */
export default function MyQuestions() {
  const [me, knowMe] = useState(cachedMe)
  // Who just said who they are comes back to this page.
  useDidShow(() => knowMe(cachedMe()))
  if (me && !mayAsk(me))
    return (
      <Screen>
        <NotForYou me={me} />
      </Screen>
    )
  return <List me={me} knowMe={knowMe} />
}

function List({ me, knowMe }: { me: Me | undefined; knowMe: (me: Me) => void }) {
  const list = usePages('consultation.mine', {}, ({ questions }) => questions)
  const { code } = list.refusal ?? {}
  // Opened first of all pages, so that nobody has told who this is: the refusal leads to the words for them.
  const refusedUnknown = !me && (code === 'FORBIDDEN' || code === 'NOT_REGISTERED')
  useEffect(() => {
    if (refusedUnknown) loadMe().then(knowMe, () => undefined)
  }, [refusedUnknown, knowMe])
  const known = me ?? cachedMe()
  return (
    <Screen
      bar={<MainButton onPress={() => go('/consultation/ask/index')}>问专家</MainButton>}
      barNote={has(known, 'informant') ? '替村里人问，请从首页“村里的人”进去' : undefined}
    >
      <ListState
        of={list}
        empty={list.rows.length === 0}
        picture="consultation"
        emptyText="您还没有问过。庄稼、牲畜有了毛病，拍张照片发过来，专家会回您。问过的都会在这里。"
        more={list.more}
      >
        {list.rows.map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            named={question.askedBy !== undefined && question.askedBy === known?.person?.name}
          />
        ))}
      </ListState>
    </Screen>
  )
}
