import { useRouter } from '@tarojs/taro'
import { useLoad } from '../../cloud/use-load'
import { GhostButton, ListState, Notice, Screen } from '../../components'
import { go, useActing } from '../../go'
import { useTitle } from '../../title'
import { Steps, Thread } from '../thread'
import { Feedback } from './feedback'

/** One question and its answers, for who asked it. `sent`: the expert's name, right after asking. */
export default function QuestionPage() {
  const { id = '', sent } = useRouter().params
  const { actFor, actName, query } = useActing()
  const question = useLoad('consultation.get', { questionId: id }, actFor)
  const { data, reload } = question
  useTitle(data?.title)
  const again = (
    <GhostButton onPress={() => go(`/consultation/ask/index?${query.slice(1)}`)}>再问一个问题</GhostButton>
  )
  return (
    <Screen acting={actName} bar={data?.state === 'resolved' && again}>
      {sent && data?.state !== 'answered' && data?.state !== 'resolved' && (
        <Notice kind="done">{`${decodeURIComponent(sent)}收到了您的问题。回复了会发消息告诉您，也可以随时来这里看。`}</Notice>
      )}
      <ListState of={question}>
        {data && (
          <>
            <Steps of={data} />
            <Thread question={data} now={Date.now()} />
            {data.state === 'waiting' && !sent && (
              <Notice kind="waiting">{`${data.expert.name} ${data.expert.title}在看。回复了会发消息告诉您。`}</Notice>
            )}
            {data.mayGiveFeedback && <Feedback questionId={id} actFor={actFor} onDone={reload} />}
            {data.state === 'resolved' && <Notice kind="done">这个问题办结了。</Notice>}
          </>
        )}
      </ListState>
    </Screen>
  )
}
