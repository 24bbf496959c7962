import { useState } from 'react'
import { Card, Check, Choice, MainButton, Notice, Screen } from '../../../components'
import { say } from '../../../dialog'
import { go } from '../../../go'
import { useInvite } from '../../../invitation/use-invite'
import { codesPage } from '../../../invitation/words'
import type { Place } from '../../../place/place'
import { PlaceField } from '../../../place/place-field'
import { type Chosen, PersonField } from '../person-field'
import { useWholeVillage } from './use-whole-village'

const FOR = { village: '一个村的人', person: '一个人' } as const

/** Codes for a whole village, to be printed and handed out, or for one person. */
export default function Invite() {
  const [whom, choose] = useState<keyof typeof FOR>('village')
  const [village, setVillage] = useState<Place>()
  const [person, setPerson] = useState<Chosen>()
  const [replace, setReplace] = useState(false)
  const [error, tellError] = useState('')
  const invite = useInvite()
  const [made, inviteAll] = useWholeVillage()

  const toVillage = async () => {
    if (!village) return tellError('请选一个村')
    const codes = await inviteAll(village.code)
    if (codes.length === 0) return say(`${village.name}的人都有微信了，不用发码。`)
    await go(codesPage(codes))
  }
  const toPerson = async () => {
    if (!person) return tellError('请找到要发码的人')
    const [failed] = await invite({ personIds: [person.personId], replace })
    if (failed) tellError(failed.error?.message ?? '没发成，请再试一次')
  }
  return (
    <Screen
      bar={
        whom === 'village' ? (
          <MainButton sign="code" onPress={toVillage}>
            {village ? `给${village.name}没有微信的人发码` : '给全村没有微信的人发码'}
          </MainButton>
        ) : (
          <MainButton sign="code" onPress={toPerson}>
            {person ? `给${person.name}发码` : '发码'}
          </MainButton>
        )
      }
      barNote={made === undefined ? '发好就能打印；14 天里用有效' : `已经发了 ${made} 人，还在发…`}
    >
      <Choice
        label="发给谁"
        names={FOR}
        value={whom}
        onChange={(key) => {
          choose(key)
          tellError('')
        }}
      />
      <Card>
        {whom === 'village' ? (
          <PlaceField
            label="哪个村"
            asked="invite-village"
            level="village"
            value={village}
            onChange={(place) => {
              setVillage(place)
              tellError('')
            }}
            error={error}
          />
        ) : (
          <>
            <PersonField
              label="给谁发邀请码"
              asked="invite-person"
              value={person}
              onChange={(found) => {
                setPerson(found)
                tellError('')
              }}
              error={error}
            />
            <Check on={replace} onChange={setReplace} note="他用这个码登记后，原来的微信就办不了他的事了。">
              他有微信了，要换成新的
            </Check>
          </>
        )}
      </Card>
      <Notice kind="plain">
        码是给本人的，一人一个，用一次就没了。谁拿到码就能登记成这个人，请当面给，或者只发给他本人。
      </Notice>
    </Screen>
  )
}
