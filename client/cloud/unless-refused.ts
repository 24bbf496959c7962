/** WeChat's words for somebody who said no, now or earlier. */
const saysNo = (error: unknown): boolean =>
  /auth|deny|denied|cancel/i.test(String((error as { errMsg?: string }).errMsg))

/** Whether the phone did it; false where its owner does not allow it, and thrown on where something else went wrong. */
export const unlessRefused = async (work: Promise<unknown>): Promise<boolean> => {
  try {
    await work
    return true
  } catch (error) {
    if (saysNo(error)) return false
    throw error
  }
}
