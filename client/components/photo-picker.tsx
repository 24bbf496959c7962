import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { choosePhotos } from '../cloud/transport'
import { GhostButton } from './button'
import { Sign } from './icon'
import { type Photo, wordsOver } from './photos'
import type { usePhotos } from './use-photos'

interface Props {
  of: ReturnType<typeof usePhotos>
  max: number
  children?: string
  /** What is wrong with the photos, told under them. */
  error?: string | undefined
  /** The first thing to do on its page. */
  big?: boolean
}

/** A button for camera or album, and the photos chosen so far. */
export function PhotoPicker({ of, max, children = '拍照片', error, big }: Props) {
  const { photos, add, send, remove } = of
  return (
    <View className="field">
      {photos.length > 0 && (
        <View className="photos">
          {photos.map((photo) => (
            <View key={photo.path} className="photo">
              <Shown photo={photo} />
              {!photo.fileID && (
                <View className="photo-cover" onClick={() => photo.failed && void send(photo.path)}>
                  <Sign name={photo.failed ? 'again' : 'busy'} />
                  <Text>{wordsOver(photo)}</Text>
                </View>
              )}
              <View className="photo-remove" onClick={() => remove(photo.path)}>
                <View className="photo-remove-dot">
                  <Sign name="remove" />
                </View>
              </View>
            </View>
          ))}
        </View>
      )}
      {photos.length < max && (
        <View className={big && photos.length === 0 ? 'photo-big' : ''}>
          <GhostButton sign="camera" onPress={async () => add(await choosePhotos(max - photos.length))}>
            {photos.length > 0 ? `再加照片（最多 ${max} 张）` : children}
          </GhostButton>
        </View>
      )}
      {error && <Text className="field-error">{error}</Text>}
    </View>
  )
}

/**
 * A photo of a draft may be gone from the phone while it is safe in the cloud: WeChat shows the cloud's, and where
 * neither can be drawn, words say that it is there.
 */
function Shown({ photo: { path, fileID } }: { photo: Photo }) {
  const [broken, breaks] = useState<string[]>([])
  const src = [path, fileID].find((each) => each && !broken.includes(each))
  if (src)
    return (
      <Image
        className="photo-image"
        src={src}
        mode="aspectFill"
        onError={() => breaks((all) => [...all, src])}
      />
    )
  return (
    <View className="photo-kept">
      <Sign name="done" />
      <Text>{fileID ? '已传好' : '照片'}</Text>
    </View>
  )
}
