import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { QuestionDetail } from '../../../../contract/consultation'
import { asRefused, useIntent } from '../../../cloud/call'
import { useLoad } from '../../../cloud/use-load'
import { Field, ListState, MainButton, Notice, Picture, Screen, Status } from '../../../components'
import { standingForExpert } from '../../../consultation/state'
import { Thread } from '../../../consultation/thread'
import { done } from '../../../dialog'
import { useDraft } from '../../../draft'
import { SUBJECT_NAMES } from '../../../words'

export default function Answer() {
  const questionId = useRouter().params.id ?? ''
  const loaded = useLoad('consultation.get', { questionId })
  const answer = useIntent('consultation.answer')
  const [draft, change, clear] = useDraft(`answer:${questionId}`, { text: '' })
  const [error, setError] = useState('')
  const question = loaded.data

  const send = async () => {
    setError('')
    if (draft.text.trim().length < 2) return setError('请写下您的办法，再发给农户。')
    try {
      await answer({ questionId, text: draft.text })
    } catch (failure) {
      const { code, message, fields } = asRefused(failure)
      // What is wrong with the words is told beside them; anything else in a dialog.
      if (code !== 'UNSAFE_TEXT' && code !== 'INVALID_INPUT') throw failure
      return setError(fields.text ?? message)
    }
    clear()
    await done('发给农户了')
    return Taro.getCurrentPages().length > 1
      ? Taro.navigateBack()
      : Taro.redirectTo({ url: '/desk/expert/queue/index' })
  }

  return (
    <Screen
      bar={question?.mayAnswer && <MainButton onPress={send}>发给农户</MainButton>}
      barNote="农户会收到通知。写的没发出去，退出也还在"
    >
      <ListState of={loaded}>
        {question && (
          <>
            <Head question={question} />
            <Thread question={question} />
            {question.mayAnswer ? (
              <Field
                id="answer"
                label={question.reopened > 0 ? '再想个办法' : '您的办法'}
                long
                value={draft.text}
                onChange={(text) => change({ text })}
                error={error}
                hint="先做什么、用什么、用多少、隔几天，一条一条写"
              />
            ) : (
              <Notice kind="plain">{whyNot(question)}</Notice>
            )}
          </>
        )}
      </ListState>
    </Screen>
  )
}

function Head({ question }: { question: QuestionDetail }) {
  const { kind, words } = standingForExpert(question, Date.now())
  return (
    <View className="row">
      <Picture name={question.subject} />
      <View className="grow">
        <Text className="strong">{`${SUBJECT_NAMES[question.subject]} · ${question.person.villageName} ${question.person.name}`}</Text>
        <View>
          <Status kind={kind}>{words}</Status>
        </View>
      </View>
    </View>
  )
}

/** Why there is nothing to write here. */
function whyNot({ state, expert }: QuestionDetail): string {
  if (state === 'resolved') return '农户说管用，已经办结。'
  if (state === 'answered') return '已经回复，等农户说管不管用。农户说还不行，会再找您。'
  return `等 ${expert.name} 回复。这里只能看。`
}
