import Taro from '@tarojs/taro'
import { useState } from 'react'
import { asRefused, useIntent } from '../../cloud/call'
import { useMe } from '../../cloud/me'
import { askToBeTold } from '../../cloud/subscribe'
import { Field, MainButton, PhotoPicker, Screen, sentPhotos, usePhotos } from '../../components'
import { useDraft } from '../../draft'
import { useActing } from '../../go'
import { mayAsk } from '../instead'
import { NotForYou } from '../not-for-you'
import { MAX_PHOTOS } from './limits'
import './ask.scss'
import { Certain, useCertain } from './certain'
import { Danger } from './danger'
import { type Draft, type Errors, firstOf, missingOf } from './missing'
import { Subjects } from './subjects'

const EMPTY: Draft = { subject: '', text: '', danger: false }

/** Asks an expert: a picture for what it is about, photos, then words. All of it is kept until it was sent. */
export default function Ask() {
  const { actFor, actName, query } = useActing()
  const name = `ask:${actFor ?? 'me'}`
  const [draft, change, clear] = useDraft(name, EMPTY)
  const photos = usePhotos(name)
  const whom = useCertain()
  const [errors, setErrors] = useState<Errors>({})
  const ask = useIntent('consultation.ask')
  // Before the tap that asks to be told; whoever has no signal may write meanwhile.
  const me = useMe().data
  if (me && !mayAsk(me))
    return (
      <Screen>
        <NotForYou me={me} />
      </Screen>
    )

  const edit = (part: Partial<Draft>) => {
    change(part)
    setErrors({})
  }
  const send = () => {
    const missing = missingOf(draft, photos.photos)
    setErrors(missing)
    const fileIDs = sentPhotos(photos.photos)
    if (firstOf(missing) !== undefined || draft.subject === '' || 'wait' in fileIDs) return
    const { subject, text, danger } = draft
    // Still in the tap; while the person answers WeChat's dialog, the question is on its way.
    const told = askToBeTold(['answered'])
    const to = whom.certain ? { expertId: whom.certain.expertId } : {}
    return ask({ subject, text, danger, photos: fileIDs, ...to }, actFor).then(
      async ({ questionId, expert }) => {
        await told
        clear()
        photos.clear()
        const sent = encodeURIComponent(`${expert.name} ${expert.title}`)
        await Taro.redirectTo({
          url: `/consultation/question/index?id=${questionId}&sent=${sent}${query}`,
        })
      },
      (error) => {
        const { code, message, fields } = asRefused(error)
        if (whom.isAway({ code, message })) return
        // What is wrong with one of the fields is told beside it; anything else in a dialog.
        if (code === 'UNSAFE_TEXT') setErrors({ text: message })
        else if (code === 'FILE_NOT_YOURS') setErrors({ photos: message })
        else if (code === 'INVALID_INPUT' && firstOf(fields)) setErrors(fields)
        else throw error
      },
    )
  }
  return (
    <Screen
      acting={actName}
      bar={<MainButton onPress={send}>发给专家</MainButton>}
      barNote={firstOf(errors) ?? '拍一张照片，或者写几个字，就能发'}
    >
      <Certain {...whom} />
      <Subjects chosen={draft.subject} onChoose={(subject) => edit({ subject })} error={errors.subject} />
      <PhotoPicker of={photos} max={MAX_PHOTOS} big error={errors.photos}>
        拍照片
      </PhotoPicker>
      <Field
        id="question-text"
        label="说说怎么了"
        hint="比如：叶子从边上开始发黄，有十来棵，下雨后更多了"
        long
        max={1000}
        value={draft.text}
        onChange={(text) => edit({ text })}
        error={errors.text}
      />
      <Danger on={draft.danger} onChange={(danger) => edit({ danger })} />
    </Screen>
  )
}
