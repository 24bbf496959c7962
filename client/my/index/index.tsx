import { Text } from '@tarojs/components'
import { useMe } from '../../cloud/me'
import { Card, ListState, Screen } from '../../components'
import { go } from '../../go'
import { LargeSwitch } from './large-switch'
import './my.scss'
import { Who } from './who'

/** Who I am, for whom I act, what I am here for, and what is known of me. */
export default function My() {
  const me = useMe()
  return (
    <Screen>
      <ListState of={me}>{me.data && <Who me={me.data} />}</ListState>
      <Card row onPress={() => go('/training-after/record/index')}>
        <Text className="grow">学过的课和证书</Text>
      </Card>
      <Card row onPress={() => go('/training-after/verify/index')}>
        <Text className="grow">查证书真假</Text>
      </Card>
      <Card row onPress={() => go('/expert/list/index')}>
        <Text className="grow">找专家</Text>
      </Card>
      <Text className="section">字的大小</Text>
      <LargeSwitch />
      <Card row onPress={() => go('/my/privacy/index')}>
        <Text className="grow">隐私说明：记下了什么，谁看得到</Text>
      </Card>
      <Text className="quiet my-version">{`科技助农 版本 ${process.env.TARO_APP_VERSION}`}</Text>
    </Screen>
  )
}
