import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../contract'
import { isCertificateNumber, spacedNumber, typedNumber } from '../../../contract/training/certificate-number'
import { CERTIFICATE_TITLES, certificateDay, sayDays } from '../../../contract/training/certificate-words'
import { asRefused, call } from '../../cloud/call'
import { useLoad } from '../../cloud/use-load'
import { Card, Field, ListState, MainButton, Notice, Screen, Status } from '../../components'
import '../after.scss'
import { numberProblem } from '../words'

type Found = Output<'training.verifyCertificate'>

/** Whether a certificate is one: by its code (`?scene=`), or by the number somebody types. Anybody may. */
export default function Verify() {
  const { scene, number = '' } = useRouter().params
  const asked = typedNumber(scene ? decodeURIComponent(scene) : number)
  return <Screen>{isCertificateNumber(asked) ? <Asked number={asked} /> : <ByHand />}</Screen>
}

/** Opened by a code: it is looked up at once. */
function Asked({ number }: { number: string }) {
  const found = useLoad('training.verifyCertificate', { number })
  return (
    <>
      <ListState of={found}>{found.data && <Result of={found.data} />}</ListState>
      {found.state !== 'loading' && <ByHand again />}
    </>
  )
}

function ByHand({ again = false }: { again?: boolean }) {
  const [typed, type] = useState('')
  const [problem, setProblem] = useState<string>()
  const [found, show] = useState<Found>()
  const press = async () => {
    const number = typedNumber(typed)
    const wrong = numberProblem(number, isCertificateNumber)
    setProblem(wrong)
    show(undefined)
    if (wrong) return
    try {
      show(await call('training.verifyCertificate', { number }))
    } catch (error) {
      const refusal = asRefused(error)
      if (refusal.code !== 'NO_SUCH_CERTIFICATE') throw error
      setProblem(refusal.message)
    }
  }
  return (
    <>
      <Card>
        <View className="after-stack">
          <Text className="strong">{again ? '再查一张' : '查证书真假'}</Text>
          <Field
            id="field-number"
            label="证书上的编号"
            hint="12 位数字"
            max={24}
            value={typed}
            onChange={(value) => {
              type(value)
              setProblem(undefined)
            }}
            error={problem}
          />
          <MainButton sign="search" onPress={press}>
            查
          </MainButton>
        </View>
      </Card>
      {found && <Result of={found} />}
    </>
  )
}

function Result({ of }: { of: Found }) {
  return (
    <Card>
      <View className="after-lines">
        {of.revoked ? (
          <Notice kind="urgent">{`这张证书已经作废（${certificateDay(of.revoked.on)}）：${of.revoked.reason}`}</Notice>
        ) : (
          <View>
            <Status kind="done">证书是真的</Status>
          </View>
        )}
        <View className="after-number">{spacedNumber(of.number)}</View>
        <View className="strong">{`${of.maskedName}　${CERTIFICATE_TITLES[of.kind] ?? ''}`}</View>
        <View>{of.title}</View>
        <View className="quiet">{`${sayDays(of.from, of.until)}，${of.place}`}</View>
        <View className="quiet">{`${of.organiser} ${certificateDay(of.issuedOn)} 发`}</View>
      </View>
    </Card>
  )
}
