import { Input, Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'
import { readScan } from '../../../contract/training/scan'
import { cachedMe } from '../../cloud/me'
import { scanCode } from '../../cloud/transport'
import { GhostButton, ListState, MainButton, Notice, Screen, Tabs } from '../../components'
import { confirm, say } from '../../dialog'
import { go } from '../../go'
import { useHanded } from '../../handed'
import { has } from '../../roles'
import type { Guest, Session } from '../../training/day-kept'
import type { Shown } from '../queue'
import { shownOf } from '../queue'
import { useList } from '../use-list'
import { refusals, type Tab, tabOf, tabsOf, unsentWords } from '../words'
import { PersonRow } from './person-row'
import { TypedCode } from './typed-code'

/** A thumb scrolls no further; the rest by name, or when asked for. */
const SHOWN = 60

interface Props {
  classId: string
  session: string
  /** Of which session, where there are several. */
  choice: ReactNode
  /** Tells which sessions there are. */
  onSessions: (sessions: readonly Session[]) => void
}

/** The list of one session: ticked, scanned, confirmed. */
export function SessionList({ classId, session, choice, onSessions }: Props) {
  const { list, state, refusal, offline, reload, add } = useList(classId, session)
  const [tab, setTab] = useState<Tab>('coming')
  const [name, setName] = useState('')
  const [most, setMost] = useState(SHOWN)
  const all = list ? shownOf(list) : []
  const sessions = list?.sessions
  useEffect(() => {
    if (sessions) onSessions(sessions)
  }, [sessions, onSessions])
  useHanded<{ classId: string; guest: Guest }>('walk-in', ({ classId: of, guest }) => {
    if (of !== classId) return
    add(guest.personId, { how: 'walkIn', present: true }, guest)
    // Where they now stand.
    setTab('present')
    setName('')
  })

  const mark = async (person: Shown, present: boolean) => {
    if (
      !present &&
      person.state === 'present' &&
      !(await confirm('没到？', `把${person.name}改成没到`, '没到'))
    )
      return
    add(person.personId, { how: 'tick', present })
  }
  const came = (person: Shown) => {
    add(person.personId, { how: 'personalCode', code: person.code, present: true })
    return Taro.showToast({ title: `${person.name} 到了`, icon: 'success' })
  }
  const scan = async () => {
    const text = await scanCode()
    if (text === undefined) return
    const scanned = readScan(text)
    if (scanned?.of !== 'person' || scanned.classId !== classId)
      return say('这不是这个班的个人签到码。请打开“签到”页里自己的码再扫。')
    const person = all.find(({ personId }) => personId === scanned.personId)
    if (person?.code !== scanned.code) return say('名单里没有这个码。人到了，请点名或者现场补报。')
    await came(person)
  }
  const found = all.filter((each) => tabOf(each) === tab && each.name.includes(name.trim()))
  const unsent = list?.queue.length ?? 0
  const me = cachedMe()
  const who = has(me, 'informant') && !has(me, 'bureau', 'expert') ? 'informant' : 'teacher'
  return (
    <Screen
      bar={
        list && (
          <>
            <MainButton sign="code" onPress={scan}>
              扫个人签到码
            </MainButton>
            <GhostButton sign="add" onPress={() => go(`/training-day/walk-in/index?id=${classId}`)}>
              现场补报
            </GhostButton>
          </>
        )
      }
    >
      {choice}
      <ListState
        of={{ state, refusal, reload }}
        empty={all.length === 0}
        emptyText="还没有人报上名。人到了，点“现场补报”。"
        picture="training"
      >
        <Text className="heading">{list?.title}</Text>
        {(unsent > 0 || offline) && (
          <Notice kind={offline ? 'urgent' : 'waiting'}>{unsentWords(unsent, offline)}</Notice>
        )}
        {refusals(list?.refused ?? [], who).map((words) => (
          <Notice key={words} kind="urgent">
            {words}
          </Notice>
        ))}
        <TypedCode people={all} onFound={came} />
        <Tabs tabs={tabsOf(all)} on={tab} onChange={setTab} />
        <Input
          className="field-box"
          value={name}
          maxlength={20}
          placeholder="按名字找"
          placeholderStyle="color:#55615A"
          onInput={({ detail }) => setName(detail.value)}
        />
        {found.length === 0 && <Text className="quiet">这里没有人。</Text>}
        {found.slice(0, most).map((person) => (
          <PersonRow key={person.personId} person={person} onMark={(present) => mark(person, present)} />
        ))}
        {found.length > most && (
          <GhostButton onPress={() => setMost(most + SHOWN)}>{`再看 ${found.length - most} 人`}</GhostButton>
        )}
      </ListState>
    </Screen>
  )
}
