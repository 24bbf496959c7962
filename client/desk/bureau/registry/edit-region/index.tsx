import { Text } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useIntent } from '../../../../cloud/call'
import { Field, GhostButton, MainButton, Notice, Screen } from '../../../../components'
import { done } from '../../../../dialog'
import { goBack } from '../../../../go'
import { archivePage } from '../pages'
import { useSend } from '../use-send'

/** `?code=&name=` renames a place; `?under=` adds one to a county or township. */
export default function EditRegion() {
  const { code: given, name: was = '', under = '' } = useRouter().params
  const before = decodeURIComponent(was)
  const [code, setCode] = useState(given ?? under)
  const [name, setName] = useState(before)
  const [problems, send] = useSend(['code', 'name'])
  const save = useIntent('registry.saveRegion')
  const village = (given ?? under).length >= (given ? 12 : 9)
  const what = village ? '村' : '乡镇'
  const press = async () => {
    if (!(await send(() => save({ code, name })))) return
    await goBack()
    await done('已保存')
  }
  return (
    <Screen bar={<MainButton onPress={press}>{given ? '改名' : '登记'}</MainButton>}>
      <Text className="heading">{given ? before : `登记一个${what}`}</Text>
      {given ? (
        <Notice kind="plain">{`编码 ${given}，不能改。名字改了，几分钟里各处都会跟着改。`}</Notice>
      ) : (
        <Field
          id="region-code"
          label={`编码（统计部门给的，${village ? 12 : 9} 位数字）`}
          hint={`${under}开头`}
          max={20}
          value={code}
          onChange={setCode}
          error={problems.code}
        />
      )}
      <Field
        id="region-name"
        label={`${what}的名字`}
        hint={village ? '比如：李家湾村' : '比如：青石乡'}
        max={20}
        value={name}
        onChange={setName}
        error={problems.name}
      />
      {given && (
        <GhostButton
          tone="danger"
          onPress={() => Taro.redirectTo({ url: archivePage('region', given, before) })}
        >
          归档
        </GhostButton>
      )}
    </Screen>
  )
}
