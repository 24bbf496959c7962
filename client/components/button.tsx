import { Button } from '@tarojs/components'
import { useRef, useState } from 'react'
import { tell } from '../dialog'
import type { SignName } from '../icons/names'
import { Sign } from './icon'

interface Props {
  /** What will happen, in words. */
  children: string
  /** May take its time: the button turns and ignores further taps. What it throws is told in a dialog. */
  onPress: () => unknown
  sign?: SignName
}

function usePress(onPress: () => unknown) {
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  // onPress runs in the tap itself: WeChat opens its subscription dialog nowhere else.
  const press = () => {
    if (running.current) return
    running.current = true
    let work: unknown
    try {
      work = onPress()
    } catch (error) {
      work = Promise.reject(error)
    }
    if (!(work instanceof Promise)) {
      running.current = false
      return
    }
    setBusy(true)
    work.catch(tell).finally(() => {
      running.current = false
      setBusy(false)
    })
  }
  return { busy, press }
}

function Pressable({ children, onPress, sign, look }: Props & { look: string }) {
  const { busy, press } = usePress(onPress)
  const shown = busy ? 'busy' : sign
  return (
    <Button className={`${look}${busy ? ' busy' : ''}`} hoverClass="pressed" onClick={press}>
      {shown && <Sign name={shown} />}
      {children}
    </Button>
  )
}

/** The main thing to do on a screen. Never grey: pressed too early, it says what is missing. */
export const MainButton = (props: Props) => <Pressable {...props} look="main-button" />

/** Another thing to do; `danger` for taking back and complaining, `amber` for "not yet". */
export const GhostButton = ({ tone, ...props }: Props & { tone?: 'danger' | 'amber' }) => (
  <Pressable {...props} look={`ghost-button${tone ? ` ${tone}` : ''}`} />
)
