import { Text, View } from '@tarojs/components'
import type { ClassDetail } from '../../../contract/training'
import { takeAway } from '../../cloud/transport'
import { Card } from '../../components'
import { say, tell } from '../../dialog'

/** What the class hands out, for who has a seat. */
export function Materials({ of }: { of: ClassDetail['materials'] }) {
  if (of.length === 0) return null
  return (
    <>
      <Text className="section">资料</Text>
      {of.map(({ name, url }) => (
        <Card key={name} row onPress={() => open(name, url)}>
          <View className="grow">
            <View>{name}</View>
            <View className="quiet">点开看</View>
          </View>
        </Card>
      ))}
    </>
  )
}

async function open(name: string, url: string | undefined): Promise<void> {
  if (!url) return say('这份资料现在打不开。请过一会儿再试，或者打电话问一问。')
  const [path = ''] = url.split('?')
  try {
    await takeAway(url, `${name}${/\.\w+$/.exec(path)?.[0] ?? ''}`)
  } catch (error) {
    await tell(error)
  }
}
