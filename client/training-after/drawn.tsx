import { Canvas, Image, Text } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { openSettings } from '../cloud/phone'
import { GhostButton, MainButton, Notice } from '../components'
import { confirm, done } from '../dialog'
import { keepPicture, paint } from './picture'
import type { Drawing } from './picture-type'
import './after.scss'

interface Props {
  /** The same while it is the same picture. */
  of: string
  drawing: Drawing
  /** As a browser calls the file. */
  name: string
  /** What it shows, for who cannot see it. */
  words: string
  /** Keeping it is the one thing to do here. */
  main?: boolean
}

/** A picture drawn on the phone, to be kept in its album. */
export function Drawn({ of, drawing, name, words, main }: Props) {
  const [made, keep] = useState<{ of: string; path?: string; failed?: true }>({ of: '' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` stands for the drawing
  useEffect(() => {
    let wanted = true
    paint(drawing).then(
      (path) => wanted && keep({ of, path }),
      () => wanted && keep({ of, failed: true }),
    )
    return () => {
      wanted = false
    }
  }, [of])
  const { path, failed } = made.of === of ? made : { path: undefined, failed: undefined }
  const press = async () => {
    if (!path) return
    if (await keepPicture(path, name)) return done('存到相册了')
    const open = await confirm(
      '没有存',
      '要存到相册，请在设置里允许“添加到相册”，再按一次。',
      '去设置',
      '先不存',
    )
    if (open) await openSettings()
  }
  const Button = main ? MainButton : GhostButton
  return (
    <>
      {/* WeChat draws only on a canvas that is on the page: beside the screen, on purpose. */}
      {process.env.TARO_ENV === 'weapp' && (
        <Canvas type="2d" id="drawing" canvasId="drawing" className="drawing sideways" />
      )}
      {path ? (
        <Image className="drawn" src={path} mode="widthFix" showMenuByLongpress ariaLabel={words} />
      ) : failed ? (
        <Notice kind="waiting">图片没有画出来。请返回，重新打开再试。</Notice>
      ) : (
        <Text className="quiet">正在画图…</Text>
      )}
      {path && (
        <Button sign="download" onPress={press}>
          存到相册
        </Button>
      )}
    </>
  )
}
