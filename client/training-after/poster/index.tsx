import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useLoad } from '../../cloud/use-load'
import { ListState, Screen } from '../../components'
import { Drawn } from '../drawn'
import { posterDrawing } from './draw'

/** The notice of a class as a picture, with the code that opens it: for the village's wall and its chats. `?id=` */
export default function Poster() {
  const classId = useRouter().params.id ?? ''
  const found = useLoad('training.classCode', { classId })
  const [now] = useState(() => Date.now())
  return (
    <Screen>
      <ListState of={found}>
        {found.data && (
          <>
            <Drawn
              main
              of={JSON.stringify(found.data)}
              drawing={posterDrawing(found.data, now)}
              name={`通知-${found.data.title}.png`}
              words={`${found.data.title}的通知海报`}
            />
            <Text className="quiet">
              {`存到相册以后，可以打印出来贴在村里，也可以发到村里的群。${Date.parse(found.data.signUpClosesAt) > now ? '扫上面的码就能报名。' : '报名已经截止，扫码能看这个班。'}`}
            </Text>
          </>
        )}
      </ListState>
    </Screen>
  )
}
