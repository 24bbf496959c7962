import { Image, Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { choosePhotos } from '../cloud/transport'
import { uploadPhoto } from '../cloud/upload'
import { GhostButton } from './button'
import { Sign } from './icon'

/** One photo on its way: `fileID` once it has arrived in the cloud. */
export interface Photo {
  path: string
  fileID?: string
  failed?: boolean
}

/** The fileIDs to send, or the sentence to show while some are still on their way or failed. */
export function sentPhotos(photos: readonly Photo[]): string[] | { wait: string } {
  if (photos.some((photo) => photo.failed))
    return { wait: '有照片没有传上去。点那张照片再传一次，或者删掉它。' }
  if (photos.some((photo) => !photo.fileID)) return { wait: '照片还在传，请等几秒再按。' }
  return photos.flatMap((photo) => photo.fileID ?? [])
}

/** Photos of a form, uploading as soon as they are chosen; a failed one is tried again by a tap. */
export function usePhotos() {
  const [photos, set] = useState<Photo[]>([])
  const running = useRef(new Set<string>())
  const change = (path: string, part: Partial<Photo>) =>
    set((all) => all.map((photo) => (photo.path === path ? { ...photo, ...part } : photo)))
  const send = async (path: string) => {
    if (running.current.has(path)) return
    running.current.add(path)
    change(path, { failed: false })
    try {
      change(path, { fileID: await uploadPhoto(path) })
    } catch {
      // Shown on the photo itself, with what to do.
      change(path, { failed: true })
    } finally {
      running.current.delete(path)
    }
  }
  const add = (paths: string[]) => {
    set((all) => [...all, ...paths.map((path) => ({ path }))])
    for (const path of paths) void send(path)
  }
  const remove = (path: string) => set((all) => all.filter((photo) => photo.path !== path))
  return { photos, add, send, remove, clear: () => set([]) }
}

interface Props {
  of: ReturnType<typeof usePhotos>
  max: number
  children?: string
}

/** A button for camera or album, and the photos chosen so far. */
export function PhotoPicker({ of, max, children = '拍照片' }: Props) {
  const { photos, add, send, remove } = of
  return (
    <View className="field">
      {photos.length > 0 && (
        <View className="photos">
          {photos.map((photo) => (
            <View key={photo.path} className="photo">
              <Image className="photo-image" src={photo.path} mode="aspectFill" />
              {!photo.fileID && (
                <View className="photo-cover" onClick={() => photo.failed && void send(photo.path)}>
                  <Sign name={photo.failed ? 'again' : 'busy'} />
                  <Text>{photo.failed ? '没传上，点这里再传' : '正在传'}</Text>
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
        <GhostButton sign="camera" onPress={async () => add(await choosePhotos(max - photos.length))}>
          {photos.length > 0 ? `再加照片（最多 ${max} 张）` : children}
        </GhostButton>
      )}
    </View>
  )
}
