import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { asRefused, useIntent } from '../../../cloud/call'
import { useLoad } from '../../../cloud/use-load'
import { Field, GhostButton, ListState, MainButton, Notice, Screen } from '../../../components'
import { Thread } from '../../../consultation/thread'
import { whyNoAnswer } from '../../../consultation/thread-words'
import { done } from '../../../dialog'
import { useDraft } from '../../../draft'
import { useTitle } from '../../../title'
import { Head } from './head'
import { toList, toNext } from './next'

/** A question at the expert's desk: what was said so far, a box for the answer, then the next question. */
export default function Answer() {
  const { id = '' } = useRouter().params
  const question = useLoad('consultation.get', { questionId: id })
  const { data, reload } = question
  const [{ text }, change, clear] = useDraft(`answer:${id}`, { text: '' })
  const [error, setError] = useState<string>()
  const [sent, setSent] = useState(false)
  const answer = useIntent('consultation.answer')
  useTitle(data?.title)

  const send = () => {
    if (text.trim().length < 2) return setError('请写下您的办法，至少两个字')
    return answer({ questionId: id, text }).then(
      async () => {
        clear()
        setSent(true)
        await done('已发给农户')
        await reload()
      },
      (reason) => {
        const { code, message, fields } = asRefused(reason)
        // What is wrong with the words is told beside them; anything else in a dialog.
        if (code !== 'UNSAFE_TEXT' && code !== 'INVALID_INPUT') throw reason
        setError(fields.text ?? message)
      },
    )
  }
  const why = data && whyNoAnswer(data)
  const bar = sent ? (
    <>
      <MainButton onPress={toNext}>回下一个问题</MainButton>
      <GhostButton onPress={toList}>看全部问题</GhostButton>
    </>
  ) : (
    data?.mayAnswer && <MainButton onPress={send}>发给农户</MainButton>
  )
  return (
    <Screen bar={bar} barNote={sent ? undefined : (error ?? '农户会收到消息，来说管不管用')}>
      <ListState of={question}>
        {data && (
          <>
            <Head question={data} />
            <Thread question={data} now={Date.now()} />
            {data.mayAnswer && !sent && (
              <Field
                id="answer"
                label={data.reopened > 0 ? '再想个办法' : '您的办法'}
                hint="先说怎么办，再说为什么。写清用什么、用多少、隔几天"
                long
                max={1000}
                value={text}
                onChange={(words) => {
                  change({ text: words })
                  setError(undefined)
                }}
                error={error}
              />
            )}
            {why && <Notice kind={data.state === 'resolved' ? 'done' : 'plain'}>{why}</Notice>}
          </>
        )}
      </ListState>
    </Screen>
  )
}
