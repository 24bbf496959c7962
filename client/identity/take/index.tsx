import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useLoad } from '../../cloud/use-load'
import { Card, ListState, MainButton, Notice, Screen } from '../../components'
import { ExportButton } from '../../desk/export-button'
import { say } from '../../dialog'
import '../identity.scss'
import { sectionsOf, textOf } from './words'

/** Everything held about me, whole, to be copied to wherever I like. */
export default function TakeAlong() {
  const taken = useLoad('identity.takeAlong', {})
  const sections = taken.data ? sectionsOf(taken.data, Date.now()) : []
  const copy = async () => {
    await Taro.setClipboardData({ data: textOf(sections) })
    await say('复制好了。打开微信里的“文件传输助手”，长按粘贴，就存下来了。')
  }
  return (
    <Screen
      {...(taken.data
        ? { bar: <MainButton onPress={copy}>全部复制</MainButton>, barNote: '复制了，粘贴到哪里都行' }
        : {})}
    >
      <ListState of={taken}>
        {taken.data && !taken.data.complete && (
          <Notice kind="waiting">太多了，这里只有最近的。要全部的，请找县科技局。</Notice>
        )}
        {taken.data && (
          <ExportButton operation="export.mine" input={{}}>
            存成 Excel 文件
          </ExportButton>
        )}
        {sections.map(({ title, lines }) => (
          <Card key={title}>
            <Text className="strong">{title}</Text>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while it is shown
              <View key={index} className="look">
                {line}
              </View>
            ))}
          </Card>
        ))}
      </ListState>
    </Screen>
  )
}
