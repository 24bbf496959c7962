import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { usePages } from '../../../cloud/use-load'
import { GhostButton, ListState, MainButton, Notice, Screen, Sign, Status } from '../../../components'
import { say } from '../../../dialog'
import { type Invited, useInvite } from '../../../invitation/use-invite'
import '../enrol/enrol.scss'

/** The server's limit for one call. */
const MOST = 60

/** Several at once: a code each. Who has WeChat already is shown, and cannot be chosen. */
export function ChoosePeople({ children }: { children: ReactNode }) {
  const people = usePages('registry.people', {}, (output) => output.people)
  const [chosen, choose] = useState<string[]>([])
  const [failed, setFailed] = useState<Invited[]>([])
  const invite = useInvite()
  const free = people.rows.filter(({ hasWeChat }) => !hasWeChat).map(({ personId }) => personId)
  const toggle = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  const press = async () => {
    if (chosen.length === 0) return say('请先点一下要发码的人，可以点好几个。')
    if (chosen.length > MOST) return say(`一次最多给 ${MOST} 人发码。请先发一部分，再发剩下的。`)
    const without = await invite({ personIds: chosen })
    setFailed(without)
    choose(without.map(({ personId }) => personId))
  }
  return (
    <Screen
      bar={
        free.length > 0 && (
          <MainButton sign="code" onPress={press}>
            {chosen.length > 0 ? `给 ${chosen.length} 人发邀请码` : '选好人就发码'}
          </MainButton>
        )
      }
      barNote={chosen.length > 0 ? '发过码的人，旧码就不能用了' : undefined}
    >
      {children}
      <ListState
        of={people}
        empty={people.rows.length === 0}
        emptyText="您负责的村里还没有登记的人。请联系县科技局登记。"
        picture="informant"
        more={people.more}
      >
        {failed.length > 0 && (
          <Notice kind="waiting">{`有 ${failed.length} 人没发成，原因写在名字下面。`}</Notice>
        )}
        {people.rows.length > 0 && free.length === 0 && (
          <Notice kind="done">这里的人都有微信了，不用发码。</Notice>
        )}
        {free.length > 1 && (
          <GhostButton onPress={() => choose(chosen.length === free.length ? [] : free.slice(0, MOST))}>
            {chosen.length === free.length ? '都不选' : `${Math.min(free.length, MOST)} 人都选上`}
          </GhostButton>
        )}
        {people.rows.map(({ personId, name, age, villageName, hasWeChat }) => {
          const on = chosen.includes(personId)
          return (
            <View
              key={personId}
              className={`card card-row candidate${on ? ' candidate-chosen' : ''}`}
              {...(hasWeChat ? {} : { hoverClass: 'pressed', onClick: () => toggle(personId) })}
            >
              <View className={`candidate-box${hasWeChat ? ' candidate-in' : ''}`}>
                <Sign name={hasWeChat ? 'done' : on ? 'chosen' : 'unchosen'} />
              </View>
              <View className="grow">
                <View className="strong">{name}</View>
                <View className="quiet">{`${age} 岁 · ${villageName}`}</View>
                {hasWeChat && <Status kind="done">有微信了</Status>}
                {failed
                  .filter((each) => each.personId === personId)
                  .map(({ error }) => (
                    <Status key={personId} kind="waiting">
                      {error?.message ?? '没发成，请再试一次'}
                    </Status>
                  ))}
              </View>
            </View>
          )
        })}
      </ListState>
    </Screen>
  )
}
