import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useLoad } from '../../cloud/use-load'
import { Card, ListState, Notice, Screen, Search } from '../../components'
import { confirm, say } from '../../dialog'
import { goBack } from '../../go'
import { hand } from '../../handed'
import type { Guest } from '../../training/day-kept'
import '../training-day.scss'

/** Finds somebody who has come without a seat; whether there is one for them, the list is told when it is sent. */
export default function WalkIn() {
  const classId = useRouter().params.id ?? ''
  const [name, setName] = useState('')
  const look = (typed: string) => {
    if (typed.length === 1) return void say('请写全姓名，至少两个字。')
    setName(typed)
  }
  return (
    <Screen>
      <Text className="heading">谁来了？</Text>
      <Notice kind="plain">没报名的人到了，有空位就能补报，同时算签到。没有空位会告诉您。</Notice>
      <Search hint="写全姓名" onSearch={look} />
      {name !== '' && <Found classId={classId} name={name} />}
    </Screen>
  )
}

function Found({ classId, name }: { classId: string; name: string }) {
  const loaded = useLoad('training.findWalkIn', { classId, name })
  const people = loaded.data?.people ?? []
  const choose = async (guest: Guest, age: number) => {
    // Several are called alike: which of them is read once more.
    const whom = [guest.name, guest.villageName, `${age} 岁`].filter(Boolean).join('，')
    if (!(await confirm('补报并签到？', `${whom}。弄错了可以在名单里点“没到”。`, '补报'))) return
    hand('walk-in', { classId, guest })
    await goBack()
  }
  return (
    <ListState
      of={loaded}
      empty={people.length === 0}
      emptyText="没有找到这个人。请写全姓名；还没登记的，请村信息员先登记。"
      picture="informant"
    >
      {people.map(({ personId, name: whom, villageName, age }) => (
        <Card key={personId} onPress={() => choose({ personId, name: whom, villageName }, age)}>
          <View className="grow">
            <View className="strong">{whom}</View>
            <View className="quiet">{[villageName, `${age} 岁`].filter(Boolean).join(' · ')}</View>
          </View>
        </Card>
      ))}
    </ListState>
  )
}
