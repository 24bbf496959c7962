import { Text, View } from '@tarojs/components'
import { useKnownMe } from '../../../cloud/me'
import { Card, MainButton, Picture, Screen, Sign } from '../../../components'
import { go } from '../../../go'
import { placesOf } from './entries'
import './home.scss'

/** The bureau's desk: what its operators do, in the order of how often. Others of the bureau's pages are added here. */
export default function BureauHome() {
  const places = placesOf(useKnownMe())
  return (
    <Screen wide>
      {places.length === 0 && (
        <View className="state">
          <Picture name="bureau" size="big" />
          <Text>这里是科技局工作人员办事的地方。您要办的，都在首页。</Text>
          <MainButton onPress={() => go('/home/index')}>去首页</MainButton>
        </View>
      )}
      {places.map(({ sign, name, about, page }) => (
        <Card key={page} onPress={() => go(page)}>
          <View className="desk-sign">
            <Sign name={sign} />
          </View>
          <View className="grow">
            <View className="strong">{name}</View>
            <Text className="quiet">{about}</Text>
          </View>
        </Card>
      ))}
    </Screen>
  )
}
