/** What can be wrong with how a screen looks; told of one place on it. */
export interface Fault {
  kind: 'overflow' | 'cut' | 'overlap' | 'contrast' | 'target'
  /** The words there, or the element where there are none. */
  where: string
  what: string
}

export interface Rules {
  /** Least width and height of what one taps, in px. */
  target: number
  /** Selector of what WeChat draws itself (title bar, tab bar, dialogs): not ours to judge. */
  frame?: string
}
