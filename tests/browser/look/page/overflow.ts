import { boxOf, isShown, nameOf, upFrom } from './dom'
import type { Fault } from './fault'

const SCROLLS = /auto|scroll/

/** What is wider than the screen, or makes a part of it scroll sideways. Only the innermost culprits are named. */
export function sidewaysOverflow(root: Element): Fault[] {
  const wide = [...root.querySelectorAll('*')].filter((element) => {
    if (!isShown(element)) return false
    const { left, right } = boxOf(element)
    return (right > innerWidth + 0.5 || left < -0.5) && !isOnPurpose(element)
  })
  const culprits = wide.filter(
    (element) => !wide.some((other) => other !== element && element.contains(other)),
  )
  const faults = culprits.map((element): Fault => {
    const { left, right } = boxOf(element)
    const what = `from ${Math.round(left)} to ${Math.round(right)} px on a screen of ${innerWidth}`
    return { kind: 'overflow', where: nameOf(element), what }
  })
  for (const element of [document.documentElement, ...root.querySelectorAll('*')]) {
    if (!isShown(element) || element.scrollWidth <= element.clientWidth + 1 || isOnPurpose(element)) continue
    const page = element === document.documentElement
    if (!page && !SCROLLS.test(getComputedStyle(element).overflowX)) continue
    const what = `${element.scrollWidth} px of content in ${element.clientWidth}`
    faults.push({ kind: 'overflow', where: page ? 'page' : nameOf(element), what })
  }
  return faults
}

/** A row that is marked to be pushed sideways, such as photos seen large. */
const isOnPurpose = (element: Element): boolean =>
  [...upFrom(element)].some(
    (each) => each.dataset.sideways !== undefined || each.classList.contains('sideways'),
  )
