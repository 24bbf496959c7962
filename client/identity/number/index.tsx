import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { NUMBER_PURPOSE_NAMES, type NumberPurpose } from '../../../contract/number-purposes'
import { useIntent } from '../../cloud/call'
import { cachedMe, loadMe } from '../../cloud/me'
import { Card, Check, Choice, Field, MainButton, Screen } from '../../components'
import { done } from '../../dialog'
import { goBack } from '../../go'
import { type Problems, problemsOf } from '../problems'

/** Keeps an identity number: one's own, or of somebody of one's villages (`?id=…&name=…`). Never a draft on the phone. */
export default function IdentityNumber() {
  const { id, name = '' } = useRouter().params
  const [number, type] = useState('')
  const [purpose, choose] = useState<NumberPurpose>()
  const [agreed, agree] = useState(false)
  const [problems, setProblems] = useState<Problems>({})
  const save = useIntent('identity.setNumber')
  const whose = id ? decodeURIComponent(name) : cachedMe()?.person?.name
  const press = async () => {
    const missing: Problems = {
      ...(number.trim() === '' ? { number: '请填身份证号' } : {}),
      ...(purpose ? {} : { purpose: '请选为什么要用' }),
      ...(agreed ? {} : { agreed: '要本人同意，才能登记身份证号' }),
    }
    setProblems(missing)
    if (!purpose || Object.keys(missing).length > 0) return
    try {
      const personId = id ?? (await loadMe()).person?.id ?? ''
      await save({ personId, number, purpose, agreed: true })
    } catch (error) {
      return setProblems(problemsOf(error, ['number'], { NUMBER_TAKEN: 'number' }))
    }
    await done('登记好了')
    await goBack()
  }
  return (
    <Screen bar={<MainButton onPress={press}>登记身份证号</MainButton>} barNote="不登记也不影响报名、问专家">
      <View>
        <View className="heading">{whose ? `${whose}的身份证号` : '身份证号'}</View>
        <Text className="quiet">
          只在培训要住宿、签代养协议时用。锁着存，看的人只看得到头和尾；谁看过都有记录。
        </Text>
      </View>
      <Card>
        <Field
          id="field-number"
          label="身份证号"
          hint="18 位，最后可能是 X"
          max={24}
          value={number}
          onChange={type}
          error={problems.number}
        />
        <Choice
          label="为什么要用"
          names={NUMBER_PURPOSE_NAMES}
          value={purpose}
          onChange={choose}
          error={problems.purpose}
        />
        <Check on={agreed} onChange={agree}>
          {id ? '本人同意登记，只用在这件事上' : '我同意登记，只用在这件事上'}
        </Check>
        {problems.agreed && <Text className="field-error">{problems.agreed}</Text>}
      </Card>
    </Screen>
  )
}
