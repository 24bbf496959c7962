import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { asRefused, useIntent } from '../../../cloud/call'
import { Bar, GhostButton, MainButton, Screen, sentPhotos, usePhotos } from '../../../components'
import { done, say } from '../../../dialog'
import { useDraft } from '../../../draft'
import { goBack } from '../../../go'
import type { PlanForm, Planned } from '../form'
import { classPage, editPage } from '../pages'
import { plainNames, STEP_NAMES, type Step, stepsOf, stepWith } from '../steps'
import type { Problems } from '../told'
import { Ask } from './ask'
import { Basic } from './basic'
import { Review } from './check'
import { Files } from './files'
import { SeatsStep } from './seats'
import { useSaving } from './use-saving'
import { When } from './when'
import { WhoMayCome } from './who'

interface Props {
  planned?: Planned
  /** What the form shows where nothing was changed. */
  begun: PlanForm
  reload?: () => Promise<void>
  at: Step
}

/** A class, step by step. Each step is kept on the phone as it is typed, and on the server with the next. */
export function PlanningForm({ planned, begun, reload, at }: Props) {
  const classId = planned?.classId
  const draft = planned === undefined || planned.phase === 'draft'
  const steps = stepsOf(draft)
  const [changes, change, clear] = useDraft<Partial<PlanForm>>(`class:${classId ?? 'new'}`, {})
  const [step, setStep] = useState<Step>(steps.includes(at) ? at : 'check')
  const [problems, setProblems] = useState<Problems>({})
  const form = { ...begun, ...changes }
  const photos = usePhotos({ photos: form.cover, keep: (cover) => change({ cover }) })
  const publishing = useIntent('training.publish')
  const open = (next: Step) => {
    setStep(next)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const show = (found: Problems): boolean => {
    const where = stepWith(found, step)
    // A new class is kept on the phone alone until the steps it cannot be without are filled in.
    const later = where !== undefined && steps.indexOf(where) > steps.indexOf(step)
    setProblems(!classId && later ? {} : found)
    if (!classId && later) open(steps[steps.indexOf(step) + 1] ?? 'check')
    else if (where && where !== step && step !== 'check') open(where)
    return where !== undefined
  }
  const save = useSaving({ planned, reload, show })
  const changed = Object.keys(changes).length > 0

  /** Answers whether what was typed is on the server; a new class goes on at its own address. */
  const keepStep = async (next: Step): Promise<boolean> => {
    const cover = sentPhotos(photos.photos)
    const saved = await save(form, 'wait' in cover ? { cover: cover.wait } : {})
    if (!saved) return false
    if (!classId) {
      clear()
      await Taro.redirectTo({ url: editPage(saved, next) })
      return true
    }
    await reload?.()
    clear()
    return true
  }
  const forward = async () => {
    const next = steps[steps.indexOf(step) + 1] ?? 'check'
    if ((changed || !classId) && !(await keepStep(next))) return
    setProblems({})
    if (classId) open(next)
  }
  const publish = async () => {
    if (!classId) return
    try {
      await publishing({ classId })
    } catch (error) {
      const { code, fields, message } = asRefused(error)
      if (code !== 'CLASS_INCOMPLETE') throw error
      show(plainNames(fields))
      return say(message)
    }
    await Taro.redirectTo({ url: classPage(classId) })
    await done('已发布')
  }

  const place = steps.indexOf(step)
  const next = steps[place + 1]
  const props = { form, onChange: change, problems, draft }
  return (
    <Screen
      wide
      bar={
        <>
          {next ? (
            <MainButton onPress={forward}>{`下一步：${STEP_NAMES[next]}`}</MainButton>
          ) : changed || !classId ? (
            <MainButton onPress={forward}>存好</MainButton>
          ) : draft ? (
            <MainButton onPress={publish}>发布，让大家报名</MainButton>
          ) : (
            <MainButton onPress={goBack}>改好了</MainButton>
          )}
          {place > 0 && step !== 'check' && (
            <GhostButton onPress={() => open(steps[place - 1] ?? 'check')}>上一步</GhostButton>
          )}
        </>
      }
      barNote={
        step === 'check' && draft
          ? '发布以后，改时间地点、名额会通知报了名的人'
          : '填的都存着，随时可以回来接着填'
      }
    >
      <View className="stack">
        <Text className="heading">{step === 'check' && !draft ? '改这个班' : STEP_NAMES[step]}</Text>
        {draft && (
          <>
            <Text className="step-line">{`第 ${place + 1} 步，共 ${steps.length} 步`}</Text>
            <Bar part={(place + 1) / steps.length} />
          </>
        )}
      </View>
      {step === 'basic' && <Basic {...props} />}
      {step === 'when' && <When {...props} />}
      {step === 'who' && <WhoMayCome {...props} />}
      {step === 'seats' && <SeatsStep {...props} />}
      {step === 'ask' && <Ask {...props} />}
      {step === 'files' && <Files {...props} photos={photos} />}
      {step === 'check' && <Review form={form} steps={steps} problems={problems} onOpen={open} />}
    </Screen>
  )
}
