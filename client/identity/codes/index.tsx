import { Image, Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../contract'
import { call, useIntent } from '../../cloud/call'
import { takeAway } from '../../cloud/transport'
import { useLoad } from '../../cloud/use-load'
import { GhostButton, ListState, Screen } from '../../components'
import { carries, spaced, untilWords } from '../../invitation/words'
import './codes.scss'

/** A printed page, and what the server draws at once. */
const PAGE = 12
/** What one file to print holds, and one call invites: five pages. */
const SHEET = 60

type Drawn = Output<'identity.invitationCodes'>
type Code = Drawn['codes'][number]

/** Codes with the pictures a phone scans: to be photographed, passed on, or printed twelve a page. `?codes=A,B,…` */
export default function Codes() {
  const all = (useRouter().params.codes ?? '').split(',').filter(Boolean)
  const first = useLoad('identity.invitationCodes', { codes: all.slice(0, PAGE) })
  const [rest, setRest] = useState<{ of?: Drawn; codes: Code[]; waiting: string[] }>({
    codes: [],
    waiting: [],
  })
  const { codes: shown, waiting } =
    rest.of === first.data && first.data
      ? { codes: [...first.data.codes, ...rest.codes], waiting: rest.waiting }
      : { codes: first.data?.codes ?? [], waiting: [...(first.data?.left ?? []), ...all.slice(PAGE)] }
  const printing = useIntent('identity.invitationSheet')
  const print = async (codes: string[]) => {
    const { url, name } = await printing({ codes: codes.slice(0, SHEET) })
    await takeAway(url, name)
  }
  const more = async () => {
    const { codes, left } = await call('identity.invitationCodes', { codes: waiting.slice(0, PAGE) })
    const before = shown.slice(first.data?.codes.length ?? 0)
    setRest({
      ...(first.data ? { of: first.data } : {}),
      codes: [...before, ...codes],
      waiting: [...left, ...waiting.slice(PAGE)],
    })
  }
  return (
    <Screen wide>
      <View>
        <View className="heading">科技助农 邀请码</View>
        <Text className="quiet">
          用微信“扫一扫”扫自己的码，或者在“科技助农”里填下面 6 个字母和数字。每个码只能本人用一次。
        </Text>
      </View>
      <ListState
        of={first}
        empty={shown.length === 0}
        emptyText="这些码用过了，或者收回了、过期了。请返回重新发。"
        more={waiting.length > 0 && first.data ? more : undefined}
      >
        <View className="codes">
          {shown.map((code) => (
            <CodeCard key={code.code} of={code} />
          ))}
        </View>
        {shown.length > 0 && (
          <>
            <GhostButton sign="download" onPress={() => print(all)}>
              做成一张纸，打印出来剪开
            </GhostButton>
            <Text className="quiet codes-note">长按一个码，可以存下来或者发给他。</Text>
          </>
        )}
      </ListState>
    </Screen>
  )
}

function CodeCard({ of }: { of: Code }) {
  const comes = carries(of)
  return (
    <View className="code-card">
      <View className="strong">{of.name}</View>
      <Image className="code-picture" src={of.picture} mode="aspectFit" showMenuByLongpress />
      <View className="code-letters">{spaced(of.code)}</View>
      <View className="quiet">{untilWords(of, Date.now())}</View>
      <View className="quiet">{of.place}</View>
      {comes && <View className="quiet">{comes}</View>}
    </View>
  )
}
