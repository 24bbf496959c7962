import { Text } from '@tarojs/components'
import { useState } from 'react'
import { useIntent } from '../../cloud/call'
import { Card, Choice, Field, MainButton } from '../../components'
import { confirm, done } from '../../dialog'
import { type Problems, problemsOf } from '../problems'
import { RELATIONS, type Relation } from './relations'

interface Props {
  /** Of one's household, who cannot act for one yet. */
  members: readonly { personId: string; name: string }[]
  onAgreed: () => Promise<unknown>
}

const BY_CODE = 'code'

/** Lets somebody act for one: chosen from the household, or by the code they show. */
export function Agree({ members, onAgreed }: Props) {
  const [who, choose] = useState<string>(members.length > 0 ? '' : BY_CODE)
  const [code, type] = useState('')
  const [relation, relate] = useState<Relation>()
  const [problems, setProblems] = useState<Problems>({})
  const agree = useIntent('identity.agree')
  const names = Object.fromEntries([
    ...members.map(({ personId, name }) => [personId, name] as const),
    [BY_CODE, '别的人，填他的码'] as const,
  ])
  const press = async () => {
    const missing: Problems = {
      ...(who === '' ? { who: '请选让谁替您办' } : {}),
      ...(who === BY_CODE && code.trim() === '' ? { code: '请填对方手机上的码' } : {}),
      ...(relation ? {} : { relation: '请选他是您的什么人' }),
    }
    setProblems(missing)
    if (!relation || Object.keys(missing).length > 0) return
    const name = who === BY_CODE ? '他' : names[who]
    const sure = await confirm(`让${name}替您办？`, '他能替您报名、问专家、查分红。随时可以收回。', '同意')
    if (!sure) return
    try {
      await agree({ ...(who === BY_CODE ? { code } : { personId: who }), relation })
    } catch (error) {
      return setProblems(
        problemsOf(error, ['code', 'relation'], {
          CODE_WRONG: 'code',
          AGENT_ALREADY: 'who',
          NOT_FAMILY: 'who',
        }),
      )
    }
    choose('')
    type('')
    relate(undefined)
    await done('好了')
    await onAgreed()
  }
  return (
    <Card>
      {members.length > 0 && (
        <Choice label="让谁替我办" names={names} value={who} onChange={choose} error={problems.who} />
      )}
      {who === BY_CODE && (
        <Field
          id="field-agent-code"
          label="对方手机上的码"
          hint="6 个字母和数字"
          max={16}
          value={code}
          onChange={type}
          error={problems.code}
        />
      )}
      <Choice
        label="他是您的"
        names={RELATIONS}
        value={relation}
        onChange={relate}
        error={problems.relation}
      />
      <Text className="quiet">他替您办的事，您在“关于我的信息”里都看得到。</Text>
      <MainButton onPress={press}>让他替我办</MainButton>
    </Card>
  )
}
