import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Item } from '../../contract/dividend'
import './receipts.scss'

/** The receipts of a confirmation; a tap shows one as large as the phone. */
export function Receipts({ photos, photosChecking }: NonNullable<Item['confirmation']>) {
  if (photos.length + photosChecking === 0) return null
  return (
    <View>
      {photos.length > 0 && (
        <View className="receipts">
          {photos.map((url, index) => (
            <View
              // Addresses change with every look, their places do not.
              key={String(index)}
              className="receipt"
              hoverClass="pressed"
              onClick={() => void Taro.previewImage({ current: url, urls: photos })}
            >
              <Image className="receipt-image" src={url} mode="aspectFill" />
              <Text className="receipt-name">看收据</Text>
            </View>
          ))}
        </View>
      )}
      {photosChecking > 0 && <View className="quiet">收据照片还在检查，过一会儿就能看。</View>}
    </View>
  )
}
