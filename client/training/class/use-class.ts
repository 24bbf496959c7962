import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ClassDetail } from '../../../contract/training'
import { refused, useIntent } from '../../cloud/call'
import { cachedMe } from '../../cloud/me'
import { askToBeTold } from '../../cloud/subscribe'
import type { Loaded } from '../../cloud/use-load'
import { confirm, done } from '../../dialog'
import { go } from '../../go'
import { TO_TELL } from '../tell'

/** Offered as reasons for not coming: one tap is easier than writing, and the bureau can count them. */
export const REASONS = ['家里有事', '身体不舒服', '时间不合适', '路太远', '别的原因']

/** The reason for not coming; undefined where the person turned back. */
async function askReason(title: string): Promise<string | undefined> {
  try {
    const { tapIndex } = await Taro.showActionSheet({ alertText: title, itemList: REASONS })
    return REASONS[tapIndex]
  } catch {
    return undefined
  }
}

interface Acting {
  actFor?: string | undefined
  /** As the page's address needs it: `&actFor=…`. */
  query: string
}

/** Everything one can do about a class on its page; each is one call, and shows the page anew. */
export function useClass(
  training: ClassDetail | undefined,
  { actFor, query }: Acting,
  reload: Loaded<unknown>['reload'],
) {
  const [fresh, setFresh] = useState(false)
  const intents = {
    enrol: useIntent('training.enrol'),
    cancel: useIntent('training.cancelEnrolment'),
    claim: useIntent('training.claim'),
    decline: useIntent('training.decline'),
    confirm: useIntent('training.confirmAgain'),
  }
  const classId = training?.id ?? ''

  /** WeChat tells whoever pressed; who acts for another is not the one who needs to be told. */
  const tellMe = (kinds: keyof typeof TO_TELL) => (actFor ? undefined : askToBeTold(TO_TELL[kinds]))

  const enrol = async (wait: boolean) => {
    if (training && training.questions.length > 0) {
      // Who they are comes first: it would be asked for after all the answers.
      if (!actFor && cachedMe() && !cachedMe()?.person) throw refused('NOT_REGISTERED', '')
      return go(`/training/answers/index?id=${classId}${wait ? '&wait=1' : ''}${query}`)
    }
    // Before any await: WeChat opens the dialog only inside the tap.
    const asked = tellMe(wait ? 'line' : 'seat')
    await intents.enrol({ classId, ...(wait ? { wait } : {}) }, actFor)
    setFresh(true)
    await Promise.all([asked, reload()])
  }
  const claim = async () => {
    const asked = tellMe('seat')
    await intents.claim({ classId }, actFor)
    setFresh(true)
    await Promise.all([asked, reload()])
  }
  const confirmAgain = async () => {
    const asked = tellMe('again')
    await intents.confirm({ classId }, actFor)
    await Promise.all([asked, reload()])
    await done('记下了')
  }
  const decline = async () => {
    const then = training?.phase === 'postponed' ? '时间定了，名额留给后面的人。' : '名额马上留给下一位。'
    if (!(await confirm('让给别人？', then, '让给别人', '再想想'))) return
    await intents.decline({ classId }, actFor)
    await reload()
    await done('让出去了')
  }
  const cancel = async (title: string) => {
    const reason = await askReason(title)
    if (!reason) return
    await intents.cancel({ classId, reason }, actFor)
    setFresh(false)
    await reload()
    await done('已取消')
  }
  return { fresh, enrol, claim, confirmAgain, decline, cancel }
}
