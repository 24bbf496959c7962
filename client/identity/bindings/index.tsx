import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../contract'
import { sayTime } from '../../../contract/time'
import { useIntent } from '../../cloud/call'
import { useLoad } from '../../cloud/use-load'
import { Card, Field, GhostButton, ListState, Screen } from '../../components'
import { confirm, done } from '../../dialog'

type Line = Output<'identity.bindingHistory'>['bindings'][number]

const EVENTS: Record<Line['event'], string> = {
  bound: '登记了微信',
  moved: '换到新的微信',
  unbound: '解除了微信',
  undone: '登记错了，收回',
  withdrawn: '自己退出了',
}
const HOW: Record<NonNullable<Line['how']>, string> = {
  invitation: '用邀请码',
  request: '本人申请，信息员确认',
  deployment: '部署时设置',
}

/** Which WeChat accounts somebody had, and what to do when it is the wrong one. `?id=…&name=…` */
export default function Bindings() {
  const { id = '', name = '' } = useRouter().params
  const who = decodeURIComponent(name)
  const history = useLoad('identity.bindingHistory', { personId: id })
  const [reason, write] = useState('')
  const [error, tellReason] = useState('')
  const unbind = useIntent('identity.unbind')
  const undo = useIntent('identity.undoBinding')
  const lines = history.data?.bindings ?? []
  const bound = history.data?.bound ?? false

  const press = async (title: string, about: string, send: () => Promise<unknown>) => {
    if (reason.trim().length < 2) return tellReason('请写一下为什么，至少两个字')
    tellReason('')
    if (!(await confirm(title, about))) return
    await send()
    write('')
    await done('办好了')
    await history.reload()
  }
  return (
    <Screen>
      <View className="heading">{`${who}的微信`}</View>
      <ListState
        of={history}
        empty={lines.length === 0 && !bound}
        emptyText={`${who}还没有登记过微信。可以给他发一个邀请码。`}
        picture="informant"
      >
        {bound && (
          <Card>
            <Field
              id="field-reason"
              label="为什么"
              hint="比如：换了手机号"
              max={100}
              value={reason}
              onChange={write}
              error={error}
            />
            <View className="two">
              <GhostButton
                onPress={() =>
                  press(
                    `解除${who}的微信？`,
                    '解除以后那个微信就办不了他的事了。换好新的，再给他发邀请码。',
                    () => unbind({ personId: id, reason }),
                  )
                }
              >
                换微信了，解除
              </GhostButton>
              <GhostButton
                tone="danger"
                onPress={() =>
                  press(
                    '登记成别人了？',
                    '收回这次登记，跟着来的身份也收回。那个微信办过的都还有记录。',
                    () => undo({ personId: id, reason }),
                  )
                }
              >
                登记错人了，收回
              </GhostButton>
            </View>
          </Card>
        )}
        {lines.map((line) => (
          <Card key={`${line.at}${line.event}`}>
            <View className="strong">{EVENTS[line.event]}</View>
            <View>{`微信 ${line.account}${line.how ? ` · ${HOW[line.how]}` : ''}`}</View>
            {line.reason && <View className="quiet">{`原因：${line.reason}`}</View>}
            <Text className="quiet">{`${sayTime(line.at, Date.now())} · ${line.by}`}</Text>
          </Card>
        ))}
      </ListState>
    </Screen>
  )
}
