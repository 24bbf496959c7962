import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { sayTime } from '../../../../contract/time'
import { useIntent } from '../../../cloud/call'
import { usePages } from '../../../cloud/use-load'
import { Field, GhostButton, ListState, MainButton, Screen, Search, Sign, Status } from '../../../components'
import { confirm, done, say } from '../../../dialog'
import { goBack } from '../../../go'
import '../enrol/enrol.scss'

/** Which person of the village is asking? `?id=…&at=…&name=…&village=…`, and `seems`: whom their number fits. */
export default function Decide() {
  const { id = '', seems, ...rest } = useRouter().params
  const at = decodeURIComponent(rest.at ?? '')
  const name = decodeURIComponent(rest.name ?? '')
  const village = decodeURIComponent(rest.village ?? '')
  const [words, look] = useState(name)
  const [chosen, choose] = useState(seems)
  const [refusing, refuse] = useState(false)
  const [reason, write] = useState('')
  const [error, tellReason] = useState('')
  const decide = useIntent('identity.decideBinding')
  const found = usePages(
    'registry.search',
    { kind: 'person', ...(words ? { words } : {}) },
    ({ people }) => people ?? [],
  )
  const who = found.rows.find(({ personId }) => personId === chosen)

  const accept = async () => {
    if (!who) return say('请先在下面点一下他是谁。没有他，就换个字再找。')
    const sure = await confirm(
      `他就是${who.name}？`,
      `${who.place}，${who.age} 岁。登记以后，他的微信就能办他的事。`,
      '是他',
    )
    if (!sure) return
    await decide({ requestId: id, at, accept: true, personId: who.personId })
    await done('登记好了')
    await goBack()
  }
  const reject = async () => {
    if (reason.trim() === '') return tellReason('请写一下为什么，申请的人看得到')
    await decide({ requestId: id, at, accept: false, reason })
    await done('告诉他了')
    await goBack()
  }
  if (refusing)
    return (
      <Screen
        bar={
          <>
            <MainButton onPress={reject}>不给登记，告诉他原因</MainButton>
            <GhostButton onPress={() => refuse(false)}>再看看是谁</GhostButton>
          </>
        }
      >
        <Text className="heading">{`${name}没有登记上`}</Text>
        <Field
          id="field-reason"
          label="为什么（他看得到）"
          hint="比如：村里没有这个人，请看看村选对没有"
          long
          max={100}
          value={reason}
          onChange={(text) => {
            write(text)
            tellReason('')
          }}
          error={error}
        />
      </Screen>
    )
  return (
    <Screen
      bar={
        <>
          <MainButton onPress={accept}>{who ? `就是${who.name}，给他登记` : '就是他，给他登记'}</MainButton>
          <GhostButton tone="danger" onPress={() => refuse(true)}>
            都不是，不给登记
          </GhostButton>
        </>
      }
    >
      <View>
        <View className="heading">{`“${name}”是谁？`}</View>
        <Text className="quiet">{`说是${village}的，${sayTime(at, Date.now())}申请的。拿不准就打电话问一问。`}</Text>
      </View>
      <Search hint="姓名或电话" onSearch={look} />
      <ListState
        of={found}
        empty={found.rows.length === 0 && !found.more}
        emptyText={`没有找到“${words}”。换个字再找；真没有这个人，请县科技局先登记他。`}
        picture="informant"
        more={found.more}
      >
        {found.rows.map((person) => (
          <View
            key={person.personId}
            className={`card card-row candidate${person.personId === chosen ? ' candidate-chosen' : ''}`}
            hoverClass="pressed"
            onClick={() => choose(person.personId)}
          >
            <View className="candidate-box">
              <Sign name={person.personId === chosen ? 'chosen' : 'unchosen'} />
            </View>
            <View className="grow">
              <View className="strong">{person.name}</View>
              <View className="quiet">{`${person.age} 岁 · ${person.place}${person.isHead ? ' · 户主' : ''}`}</View>
              {person.personId === seems && <Status kind="done">身份证后六位对上了</Status>}
              {person.hasWeChat && <Status kind="waiting">已经有微信了</Status>}
            </View>
          </View>
        ))}
      </ListState>
    </Screen>
  )
}
