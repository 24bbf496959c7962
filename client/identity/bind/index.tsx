import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Me } from '../../../contract/identity'
import { forgetMe, useMe } from '../../cloud/me'
import { useLoad } from '../../cloud/use-load'
import { Card, Field, GhostButton, ListState, MainButton, Screen } from '../../components'
import { done } from '../../dialog'
import { useDraft } from '../../draft'
import { go, goBack, goOn } from '../../go'
import { Guideline } from '../guideline'
import '../identity.scss'
import { RequestState } from '../request-state'
import { BUTTON, type Draft, EMPTY } from './bind'
import { MatchForm, RequestForm } from './request-form'
import { type Said, useBind } from './use-bind'
import { Ways } from './ways'

/** Who is it? Opened by the first thing that needs to know, or by a code (`?scene=`); goes back to where one was. */
export default function Bind() {
  const { scene, next } = useRouter().params
  const then = next && decodeURIComponent(next)
  const scanned = scene ? decodeURIComponent(scene) : ''
  const asked = useLoad('identity.myRequest', {})
  const me = useMe()
  const [kept, keep, clear] = useDraft<Draft>('bind', EMPTY)
  const [code, typeCode] = useState(scanned)
  const [said, say] = useState<Said>({ agreed: false, lastSix: '', compare: false })
  const { problems, setProblems, send } = useBind()
  // A code that was scanned is what one came for; somebody known can only use another code.
  const known = me.data?.person
  const way = kept.way || (scanned || known ? 'code' : '')
  const draft = { ...kept, way, code: code || kept.code } as const
  const request = known ? undefined : asked.data?.request
  // It was accepted meanwhile: this phone does not know its owner's name yet.
  const accepted = request?.state === 'accepted'
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when that is seen
  useEffect(() => {
    if (!accepted) return
    forgetMe()
    void me.reload()
  }, [accepted])
  const waiting = request?.state === 'open'

  const change = (part: Partial<Draft>) => {
    if (part.code !== undefined) typeCode(part.code)
    keep(part)
    setProblems({})
  }
  const press = async () => {
    const outcome = await send(draft, said)
    if (outcome === 'bound') {
      clear()
      await done('登记好了')
      return goOn(then)
    }
    if (outcome === 'asked') {
      clear()
      fillAnew(false)
      await asked.reload()
    }
  }
  const [anew, fillAnew] = useState(scanned !== '')
  // Who is known came back from a request, or has another code.
  const form = asked.state === 'ready' && (anew || (!waiting && !known))

  return (
    <Screen
      bar={
        form ? (
          <MainButton onPress={press}>{BUTTON[way]}</MainButton>
        ) : (
          asked.data && (
            <MainButton onPress={() => (waiting ? goBack() : goOn(then))}>
              {waiting ? '知道了，先看看别的' : '接着办'}
            </MainButton>
          )
        )
      }
      barNote={form ? (problems.way ?? problems.guideline) : undefined}
    >
      <View>
        <View className="heading">{known ? '您已经登记了' : '您是哪村的谁？'}</View>
        <Text className="quiet">
          {known
            ? '别人新给您的码，填在这里。'
            : '报名、问专家、查分红都是给本人办的，所以先登记一次，以后不用再登。'}
        </Text>
      </View>
      <ListState of={asked}>
        {request && request.state !== 'accepted' && <RequestState request={request} />}
        {!form && known && <Registered me={known} onCode={() => fillAnew(true)} />}
        {!form && waiting && (
          <>
            <GhostButton onPress={() => go('/training/classes/index')}>看看有什么培训班</GhostButton>
            <GhostButton onPress={() => fillAnew(true)}>填错了，或者有了邀请码</GhostButton>
          </>
        )}
        {form && (
          <>
            {!known && (
              <Ways
                on={way}
                match={asked.data?.match ?? false}
                onChoose={(chosen) => change({ way: chosen })}
                error={problems.way}
              />
            )}
            {way === 'code' && (
              <View className="code-field">
                <Field
                  id="field-code"
                  label="邀请码"
                  hint="6 个字母和数字"
                  max={16}
                  value={draft.code}
                  onChange={(typed) => change({ code: typed })}
                  error={problems.code}
                />
              </View>
            )}
            {(way === 'request' || way === 'match') && (
              <RequestForm draft={draft} onChange={change} problems={problems} />
            )}
            {way === 'match' && (
              <MatchForm
                lastSix={said.lastSix}
                onLastSix={(lastSix) => say({ ...said, lastSix })}
                compare={said.compare}
                onCompare={(compare) => say({ ...said, compare })}
                problems={problems}
              />
            )}
            <Guideline
              agreed={said.agreed}
              onAgree={(agreed) => {
                say({ ...said, agreed })
                setProblems({})
              }}
              error={problems.guideline}
            />
          </>
        )}
      </ListState>
    </Screen>
  )
}

function Registered({ me, onCode }: { me: NonNullable<Me['person']>; onCode: () => void }) {
  return (
    <>
      <Card>
        <Text className="strong">{me.name}</Text>
        <View className="quiet">{me.place}</View>
      </Card>
      <GhostButton sign="code" onPress={onCode}>
        有人给了我新的邀请码
      </GhostButton>
    </>
  )
}
