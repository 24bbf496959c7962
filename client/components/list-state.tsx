import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Refused } from '../cloud/call'
import type { Loaded } from '../cloud/use-load'
import type { PictureName } from '../icons/names'
import { lead } from '../lead'
import { GhostButton, MainButton } from './button'
import { Picture, Sign } from './icon'
import { Notice } from './status'

interface Props {
  of: Pick<Loaded<unknown>, 'state' | 'refusal' | 'reload'>
  /** Nothing to show; `emptyText` tells what will appear here. */
  empty?: boolean
  emptyText?: string
  picture?: PictureName
  /** What one can do about the emptiness. */
  emptyAction?: ReactNode
  /** The list asks for its next page. */
  more?: (() => Promise<void>) | undefined
  children?: ReactNode
}

/** Trying again cannot change these. */
const FINAL = ['NOT_REGISTERED', 'FORBIDDEN', 'NOT_FOUND', 'CLASS_STATE']

/** Looking is not filling in: nothing typed is at stake, and with the network back the screen loads by itself. */
const WORDS: Record<string, string> = {
  OFFLINE: '现在没有网络。走到有信号的地方，会自动打开。',
  BUSY: '现在用的人太多，还没打开。请等几秒再试。',
  INTERNAL: '系统出了点问题，已经记下来了。请过一会儿再试。',
}
const wordsOf = (refusal: Refused) => WORDS[refusal.code] ?? refusal.message

/** Everything a list can be beside itself: loading, empty, failed, offline; never a spinner without an end. */
export function ListState({ of, empty, emptyText, picture = 'nothing', emptyAction, more, children }: Props) {
  const { state, refusal, reload } = of
  if (state === 'loading')
    return (
      <>
        <Text className="quiet">正在打开…</Text>
        {[1, 2, 3].map((bone) => (
          <View key={bone} className="bone" />
        ))}
      </>
    )
  if (state !== 'ready')
    return (
      <View className="state">
        {refusal?.code === 'NOT_REGISTERED' ? (
          <Picture name="informant" size="big" />
        ) : (
          <View className="state-sign">
            <Sign name={state === 'offline' ? 'offline' : 'urgent'} />
          </View>
        )}
        <Text>{refusal && wordsOf(refusal)}</Text>
        {refusal?.code === 'NOT_REGISTERED' && (
          <MainButton onPress={() => lead('NOT_REGISTERED')}>去登记</MainButton>
        )}
        {!FINAL.includes(refusal?.code ?? '') && (
          <GhostButton sign="again" onPress={reload}>
            再试一次
          </GhostButton>
        )}
      </View>
    )
  return (
    <>
      {refusal && <Notice kind="waiting">{`${wordsOf(refusal)}下面是上次看到的。`}</Notice>}
      {empty ? (
        <View className="state">
          <Picture name={picture} size="big" />
          <Text>{emptyText}</Text>
          {emptyAction}
        </View>
      ) : (
        children
      )}
      {more && <GhostButton onPress={more}>看更多</GhostButton>}
    </>
  )
}
