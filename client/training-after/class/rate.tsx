import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../contract'
import { sayTime } from '../../../contract/time'
import { asRefused, useIntent } from '../../cloud/call'
import { Card, Choice, Field, MainButton } from '../../components'
import { done } from '../../dialog'
import '../after.scss'
import { countOf, STAR_NAMES, starsOf, starWords } from '../words'

interface Props {
  of: Output<'training.afterClass'>
  actFor: string | undefined
  onRated: () => Promise<unknown>
}

/** Stars and a sentence; what was said stays to be seen when it can no longer be changed. */
export function Rate({ of: { classId, rating, rateUntil }, actFor, onRated }: Props) {
  const [stars, point] = useState(starsOf(rating?.stars))
  const [words, type] = useState(rating?.words ?? '')
  const [problems, setProblems] = useState<{ stars?: string; words?: string }>({})
  const rate = useIntent('training.rate')
  if (!rateUntil)
    return rating ? (
      <Card>
        <View className="strong">您的评价</View>
        <View>{starWords(rating.stars)}</View>
        {rating.words && <View>{rating.words}</View>}
      </Card>
    ) : null
  const press = async () => {
    if (!stars) return setProblems({ stars: '请选一个' })
    try {
      await rate({ classId, stars: countOf(stars), ...(words.trim() ? { words } : {}) }, actFor)
    } catch (error) {
      const { code, message, fields } = asRefused(error)
      if (code === 'UNSAFE_TEXT') return setProblems({ words: message })
      if (fields.words) return setProblems({ words: fields.words })
      throw error
    }
    await done('谢谢您')
    await onRated()
  }
  return (
    <Card>
      <View className="after-stack">
        <Choice
          label={rating ? '您评过了，还可以改' : '讲得怎么样？'}
          names={STAR_NAMES}
          value={stars}
          onChange={(chosen) => {
            point(chosen)
            setProblems({})
          }}
          error={problems.stars}
        />
        <Field
          id="field-words"
          label="想说的一句话（可以不写）"
          hint="如：讲得明白，想多下地看看"
          long
          max={100}
          value={words}
          onChange={type}
          error={problems.words}
        />
        <MainButton onPress={press}>{rating ? '改好了，提交' : '提交评价'}</MainButton>
        <Text className="quiet">{`老师和科技局看得到，看不到是谁说的。${sayTime(rateUntil, Date.now())} 以前都能${rating ? '改' : '评'}。`}</Text>
      </View>
    </Card>
  )
}
